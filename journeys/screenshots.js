// `make screenshots`: every kind of page of the demonstration × widths × day and night × editions,
// as pictures in target/screenshots, and of some of them the sheet docs/portal.jpg. Ends with 1 and
// a list where a page is wider than its screen, cuts text off or prints over it, lacks a letter or reports an error.

import { mkdir, rm } from "node:fs/promises";
import { Stage } from "./browser.js";
import { contactSheet } from "./contact-sheet.js";
import { EDITIONS, WIDTHS, pageKinds } from "./pages.js";
import { cutOff, overprints, strangeLetters, waitForFonts } from "./sight.js";

const PICTURES = new URL("../target/screenshots/", import.meta.url).pathname;
const SHEET = new URL("../docs/portal.jpg", import.meta.url).pathname;
const THEMES = { day: "light", night: "dark" };

/** Higher pages are cut here: a picture is to be looked at. */
const HEIGHT = 6000;

const PATIENCE_MS = 60_000;

const stage = await Stage.set();
const wrong = [];
let pictures = 0;
try {
  await rm(PICTURES, { recursive: true, force: true });
  await mkdir(PICTURES, { recursive: true });
  // Two at a time, as many as most machines have cores to spare for.
  const queue = [...EDITIONS];
  const worker = async () => {
    for (let edition = queue.shift(); edition; edition = queue.shift()) await portray(edition);
  };
  await Promise.all([worker(), worker()]);
  await contactSheet(stage.browser, PICTURES, SHEET);
} finally {
  await stage.strike();
}
for (const line of wrong) console.error(line);
console.log(
  `${pictures} pictures in target/screenshots, ${wrong.length} complaints; the sheet is docs/portal.jpg`,
);
process.exitCode = wrong.length > 0 ? 1 : 0;

async function portray(edition) {
  const kinds = await pageKinds(stage.portal, edition);
  try {
    await stage.tab({}, async (tab) => {
      await waitForFonts(tab.context);
      tab.putOff = new Set();
      tab.page.on("response", (answer) => {
        if (answer.status() === 503) tab.putOff.add(answer.url());
      });
      for (const { kind, path, status } of kinds) {
        await tab.visit(path, status);
        await tab.page.evaluate(() => document.fonts.ready);
        for (const line of await strangeLetters(tab.page)) wrong.push(`${path}: ${line}`);
        for (const [theme, colorScheme] of Object.entries(THEMES)) {
          await tab.page.emulateMedia({ colorScheme });
          for (const width of WIDTHS) await picture(tab, { kind, path, edition, theme, width });
        }
      }
      tab.complaints = tab.complaints.filter((complaint) => !/ 503 .*\/media\//.test(complaint));
    });
  } catch (error) {
    wrong.push(`${edition}: ${error.message}`);
  }
}

/**
 * Waits until the page's pictures are there. The node makes a few renditions at a time and puts off
 * the rest: those are asked for again, and the page with them.
 */
async function pictured({ page, putOff }) {
  for (;;) {
    await page.evaluate(() => {
      const images = [...document.images];
      for (const image of images) image.loading = "eager";
      return Promise.allSettled(images.map((image) => image.decode()));
    });
    if (putOff.size === 0) return;
    for (const address of putOff) {
      const end = Date.now() + PATIENCE_MS;
      while ((await fetch(address)).status === 503 && Date.now() < end);
    }
    putOff.clear();
    await page.reload();
  }
}

async function picture({ page, putOff }, { kind, path, edition, theme, width }) {
  await page.setViewportSize({ width, height: 900 });
  await pictured({ page, putOff });
  for (const line of [...(await cutOff(page)), ...(await overprints(page))])
    wrong.push(`${path} at ${width} px, ${theme}: ${line}`);
  const full = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.screenshot({
    path: `${PICTURES}${edition}-${kind}-${width}-${theme}.jpg`,
    type: "jpeg",
    quality: 80,
    fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.min(full, HEIGHT) },
  });
  pictures += 1;
}
