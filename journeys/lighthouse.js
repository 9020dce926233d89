// `make lighthouse`: Lighthouse for mobile phones over article and front of each edition, medians of
// three. Ends with 1 where a score is under its bar.

import { chromium } from "playwright-core";
import lighthouse from "lighthouse";
import { EDITIONS, pageOf } from "./pages.js";
import { Portal } from "./portal.js";

const BARS = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 };
const RUNS = 3;
const DEBUGGING_PORT = 9222 + (process.pid % 1000);

const portal = await Portal.start();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [`--remote-debugging-port=${DEBUGGING_PORT}`, ...(process.getuid() === 0 ? ["--no-sandbox"] : [])],
});
let low = 0;
try {
  console.log(["page".padEnd(14), ...Object.keys(BARS), "layout shift"].join("  "));
  for (const edition of EDITIONS) {
    for (const [kind, path] of [
      ["front", `/${edition}/`],
      ["article", await pageOf(portal, edition, "article")],
    ]) {
      await report(`${edition} ${kind}`, portal.origin + path);
    }
  }
} finally {
  await browser.close();
  await portal.close();
}
process.exitCode = low > 0 ? 1 : 0;

async function report(name, address) {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await measure(address));
  const scores = Object.entries(BARS).map(([category, bar]) => {
    const score = Math.round(100 * median(runs.map((lhr) => lhr.categories[category].score)));
    if (score < bar) low += 1;
    return `${score}${score < bar ? ` (bar ${bar})` : ""}`.padStart(category.length);
  });
  const shift = median(runs.map((lhr) => lhr.audits["cumulative-layout-shift"].numericValue));
  console.log([name.padEnd(14), ...scores, shift].join("  "));
  for (const audit of failed(runs[0])) console.log(`    ${audit}`);
}

async function measure(address) {
  const options = { port: DEBUGGING_PORT, logLevel: "error", onlyCategories: Object.keys(BARS) };
  const { lhr } = await lighthouse(address, options);
  if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
  return lhr;
}

/** What else than speed Lighthouse objects to, by name. */
function failed(lhr) {
  const judged = Object.entries(lhr.categories).filter(([category]) => category !== "performance");
  const ids = judged.flatMap(([, { auditRefs }]) =>
    auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id),
  );
  const audits = ids.map((id) => lhr.audits[id]).filter(({ score }) => score !== null && score < 1);
  return audits.map(({ id, title }) => `${id}: ${title}`);
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
