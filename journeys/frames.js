// What the screen truly showed, frame by frame.

import { inflateSync } from "node:zlib";

const HEADER = 8;

/**
 * Records the frames that the browser paints during `act` and until the next one after it; returns
 * of each the brightness of its corner, where nothing but the page's ground is, from 0 to 1.
 */
export async function groundsDuring(page, act) {
  const client = await page.context().newCDPSession(page);
  const grounds = [];
  let arrived = () => {};
  client.on("Page.screencastFrame", ({ data, sessionId }) => {
    grounds.push(brightness(Buffer.from(data, "base64")));
    // A frame whose page is gone meanwhile need not be acknowledged.
    client.send("Page.screencastFrameAck", { sessionId }).catch(() => {});
    arrived();
  });
  // Makes the browser paint what already changed, so that no older frame begins the record.
  await page.screenshot();
  await client.send("Page.startScreencast", { format: "png", everyNthFrame: 1 });
  await act();
  // A change that is only now painted: the frame that shows it comes after all others.
  const last = new Promise((resolve) => (arrived = resolve));
  await page.evaluate(() => scrollTo({ top: 300, behavior: "instant" }));
  await last;
  await client.send("Page.stopScreencast");
  await client.detach();
  return grounds;
}

/** The brightness of a PNG's first pixel. No filter changes it: nothing stands before it. */
function brightness(png) {
  const parts = [];
  for (let at = HEADER; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [, red, green, blue] = inflateSync(Buffer.concat(parts));
  return (red + green + blue) / (3 * 255);
}
