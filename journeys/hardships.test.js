// Articles that no layout likes: nothing overflows or is cut off on the narrowest screen, and
// none at 400 % zoom of a desktop's, in lists as on their own pages.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Stage } from "./browser.js";
import { SLUGS, hardships } from "./hardships.js";
import { cutOff } from "./sight.js";

/** 1280 CSS pixels at 400 % are 320 wide and a quarter as high. */
const SIGHTS = {
  "320 px": { viewport: { width: 320, height: 640 } },
  "400 % zoom": { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
};

describe("hardships", () => {
  let stage;
  before(async () => {
    stage = await Stage.set();
    await stage.portal.halt();
    await stage.portal.import(hardships("hardship"), "en");
    await stage.portal.serve();
  });
  after(() => stage?.strike());

  for (const [name, sight] of Object.entries(SIGHTS)) {
    test(`hold their layout at ${name}`, () =>
      stage.tab(sight, async (tab) => {
        const wrong = {};
        for (const path of ["/en/hardship/", ...SLUGS.map((slug) => `/en/post/${slug}`)]) {
          await tab.visit(path);
          const found = await cutOff(tab.page);
          if (found.length > 0) wrong[path] = found;
        }
        assert.deepEqual(wrong, {});
      }));
  }
});
