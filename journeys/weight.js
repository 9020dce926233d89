// What a first visit costs, editorial pictures aside: requests, bytes on the wire, and how far things jump.

import { gzipSync } from "node:zlib";

const TEXTS = /^(text\/|application\/(json|javascript|manifest))|^image\/svg/;

/**
 * Visits an address in a fresh profile and tells `requests`, `bytes` (bodies as they travel; a text
 * that the node sends as it is counts as gzip makes it, since whatever stands before it does that),
 * `page` (those of HTML, style sheets and scripts) and `shift`, the sum of layout shifts.
 */
export async function weigh(stage, path) {
  const answers = [];
  let shift;
  await stage.tab({ viewport: { width: 412, height: 823 } }, async (tab) => {
    tab.page.on("response", (answer) => {
      if (!new URL(answer.url()).pathname.startsWith("/media/")) answers.push(answer);
    });
    await tab.page.addInitScript(() => {
      globalThis.shifts = [];
      new PerformanceObserver((list) =>
        globalThis.shifts.push(...list.getEntries().map((e) => e.value)),
      ).observe({ type: "layout-shift", buffered: true });
    });
    await tab.visit(path);
    await tab.page.waitForLoadState("networkidle");
    shift = await tab.page.evaluate(async () => {
      await document.fonts.ready;
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      for (let at = 0; at < document.body.scrollHeight; at += 800) {
        scrollTo(0, at);
        await frame();
      }
      await frame();
      return globalThis.shifts.reduce((sum, value) => sum + value, 0);
    });
    for (const answer of answers) answer.size = await size(answer);
  });
  const sum = (some) => some.reduce((bytes, { size }) => bytes + size, 0);
  const page = answers.filter((answer) =>
    ["document", "stylesheet", "script"].includes(answer.request().resourceType()),
  );
  return { requests: answers.length, bytes: sum(answers), page: sum(page), shift };
}

async function size(answer) {
  const headers = answer.headers();
  if (headers["content-encoding"]) return (await answer.request().sizes()).responseBodySize;
  const body = await answer.body();
  return TEXTS.test(headers["content-type"] ?? "") ? gzipSync(body).length : body.length;
}
