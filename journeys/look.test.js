// What every kind of page owes every reader: no barrier that axe-core knows of in either theme,
// nothing wider than the screen, cut off or printed over, the paper's own letters, and in Arabic a page that is
// mirrored as a whole. `make screenshots` looks at the widths between.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Stage } from "./browser.js";
import { EDITIONS, WIDTHS, pageKinds, sectionLinks } from "./pages.js";
import { barriers, cutOff, overprints, strangeLetters, waitForFonts } from "./sight.js";

const HEIGHT = 900;
const SIGHTS = [
  { width: WIDTHS[0], colorScheme: "light" },
  { width: WIDTHS.at(-1), colorScheme: "dark" },
];

describe("the look of", () => {
  let stage;
  before(async () => (stage = await Stage.set()));
  after(() => stage?.strike());

  for (const edition of EDITIONS) {
    for (const { width, colorScheme } of SIGHTS) {
      test(`every page kind in ${edition}, ${width} px wide, ${colorScheme}`, () =>
        stage.tab({ viewport: { width, height: HEIGHT }, colorScheme }, async (tab) => {
          await waitForFonts(tab.context);
          const wrong = {};
          for (const { kind, path, status } of await pageKinds(stage.portal, edition)) {
            await tab.visit(path, status);
            await tab.page.evaluate(() => document.fonts.ready);
            const found = [
              ...(await barriers(tab.page)),
              ...(await cutOff(tab.page)),
              ...(await overprints(tab.page)),
            ];
            // A page has the same letters in every width and theme.
            if (colorScheme === "light") found.push(...(await strangeLetters(tab.page)));
            if (found.length > 0) wrong[`${kind} ${path}`] = found;
          }
          assert.deepEqual(wrong, {});
        }));
    }

    test(`the reading direction in ${edition}`, () =>
      stage.tab({ viewport: { width: WIDTHS.at(-1), height: HEIGHT } }, async (tab) => {
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
