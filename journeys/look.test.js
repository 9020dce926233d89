// What every kind of page owes every reader: no barrier that axe-core knows of in either theme,
// nothing wider than the screen, and in Arabic a page that is mirrored as a whole.
// The pictures go to target/screenshots, to be looked at.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import axe from "axe-core";
import { Stage } from "./browser.js";
import { EDITIONS, WIDTHS, pageKinds, sectionLinks } from "./pages.js";

const PICTURES = new URL("../target/screenshots/", import.meta.url).pathname;
const HEIGHT = 900;

describe("the look of", () => {
  let stage;
  before(async () => (stage = await Stage.set()));
  after(() => stage?.strike());

  for (const edition of EDITIONS) {
    for (const width of WIDTHS) {
      for (const colorScheme of ["light", "dark"]) {
        test(`every page kind in ${edition}, ${width} px wide, ${colorScheme}`, () =>
          stage.tab({ viewport: { width, height: HEIGHT }, colorScheme }, async (tab) => {
            for (const { kind, path, status } of await pageKinds(tab, edition)) {
              await tab.visit(path, status);
              const picture = `${PICTURES}${kind}-${edition}-${width}-${colorScheme}.png`;
              await tab.page.screenshot({ path: picture, fullPage: true });
              assert.deepEqual(await barriers(tab.page), [], path);
              assert.equal(await overhang(tab.page), 0, `${path} is wider than the screen`);
            }
          }));
      }
    }

    test(`the reading direction in ${edition}`, () =>
      stage.tab({ viewport: { width: WIDTHS[1], height: HEIGHT } }, async (tab) => {
        await tab.visit(`/${edition}/`);
        const rtl = edition === "ar";
        assert.equal(await tab.page.locator("html").getAttribute("dir"), rtl ? "rtl" : "ltr");
        const [first, second] = await Promise.all(
          (await sectionLinks(tab.page, edition)).slice(0, 2).map((link) => link.boundingBox()),
        );
        assert.equal(first.x > second.x, rtl, "the menu runs against the reading direction");
      }));
  }
});

/** What axe-core objects to. Evaluated, not added as a script: the page's own policy forbids that. */
async function barriers(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(" ")}: ${failureSummary}`),
  );
}

/** CSS pixels by which the page is wider than the screen. */
function overhang(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
