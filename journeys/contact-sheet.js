// The sheet of small pictures that the README shows.

import { readFile } from "node:fs/promises";

const SHOWN = [
  ["en-front-1440-day", "en-article-1440-day", "ru-front-1440-day", "hy-article-1440-day"],
  ["ar-front-1440-day", "ar-article-1440-night", "ru-opinion-1440-night", "en-front-1440-night"],
  ["en-article-360-day", "hy-front-360-night", "ar-article-360-day", "ru-section-360-day"],
];

const WIDTH = 1600;
const STYLE = `
  body { margin: 0; padding: 24px; box-sizing: border-box; width: ${WIDTH}px; background: #d9d3c7 }
  div { display: grid; grid-template-columns: repeat(4, 1fr); gap: 24px; margin-block-end: 24px }
  div:last-child { margin: 0 }
  i { display: block; aspect-ratio: 4 / 3.4; background: top / cover no-repeat; box-shadow: 0 1px 6px #0004 }
  div:last-child i { aspect-ratio: 4 / 5.5 }`;

/** Lays pictures of the folder out on one sheet, a JPEG at `path`. */
export async function contactSheet(browser, folder, path) {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 900 } });
  const rows = await Promise.all(SHOWN.map((names) => Promise.all(names.map((name) => tile(folder, name)))));
  const html = rows.map((row) => `<div>${row.join("")}</div>`).join("");
  await page.setContent(`<style>${STYLE}</style>${html}`, { waitUntil: "load" });
  await page.screenshot({ path, type: "jpeg", quality: 72, fullPage: true });
  await page.close();
}

async function tile(folder, name) {
  const bytes = await readFile(`${folder}${name}.jpg`);
  return `<i style="background-image: url(data:image/jpeg;base64,${bytes.toString("base64")})"></i>`;
}
