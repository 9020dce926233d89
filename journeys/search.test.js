// The search: over a page and on a page of its own, by hand, by keyboard alone and without a script.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Stage } from "./browser.js";
import { EDITIONS, WIDTHS } from "./pages.js";
import { barriers, cutOff } from "./sight.js";

/** A word of a story that each edition tells, in another form than the story has it. */
const WORDS = { en: "ferries", ru: "берегов", hy: "լաստանավը", ar: "العبارة" };

describe("search", () => {
  let stage;
  before(async () => {
    stage = await Stage.set();
    await stage.portal.searched("en", "ferry");
  });
  after(() => stage?.strike());

  for (const edition of EDITIONS) {
    test(`from a page's search to what was found in ${edition}`, () =>
      stage.tab({}, async (tab) => {
        await tab.visit(`/${edition}/`);
        await tab.page.locator("[data-do=search]").click();
        await ask(tab, WORDS[edition]);
      }));

    for (const colorScheme of ["light", "dark"]) {
      for (const width of [WIDTHS[0], WIDTHS.at(-1)]) {
        test(`the search over a page in ${edition}, ${width} px wide, ${colorScheme}, is no barrier`, () =>
          stage.tab({ viewport: { width, height: 800 }, colorScheme }, async (tab) => {
            await tab.visit(`/${edition}/`);
            await tab.page.locator("[data-do=search]").click();
            assert.deepEqual(await barriers(tab.page), []);
            assert.deepEqual(await cutOff(tab.page), []);
          }));
      }
    }
  }

  test("by keyboard: opened, closed by Escape with the focus back, opened again and asked", () =>
    stage.tab({}, async (tab) => {
      await tab.visit("/en/");
      const [link, overlay] = [tab.page.locator("[data-do=search]"), tab.page.locator("dialog.overlay")];
      await link.focus();
      await tab.page.keyboard.press("Enter");
      assert.ok(await overlay.isVisible());
      assert.equal(tab.address(), "/en/");
      assert.equal(await focused(tab), "overlay-words");
      await tab.page.keyboard.press("Escape");
      assert.ok(!(await overlay.isVisible()));
      assert.ok(await link.evaluate((it) => it === document.activeElement), "the focus is lost");
      await tab.page.keyboard.press("Enter");
      await ask(tab, WORDS.en);
    }));

  test("closed by its button and by a click beside it", () =>
    stage.tab({}, async (tab) => {
      await tab.visit("/en/");
      const [link, overlay] = [tab.page.locator("[data-do=search]"), tab.page.locator("dialog.overlay")];
      await link.click();
      await overlay.locator("[data-do=close]").click();
      assert.ok(!(await overlay.isVisible()));
      await link.click();
      const { height } = await overlay.boundingBox();
      await tab.page.mouse.click(100, height + 50);
      assert.ok(!(await overlay.isVisible()));
    }));

  test("without a script the link leads to the search's page, which asks and answers", () =>
    stage.tab({ javaScriptEnabled: false }, async (tab) => {
      await tab.visit("/en/");
      await tab.follow(tab.page.locator("[data-do=search]"));
      assert.equal(tab.address(), "/en/search");
      await tab.page.locator("main input[name=q]").focus();
      await ask(tab, WORDS.en);
    }));

  /** Types into the field that has the focus, and wants hits with what was asked marked. */
  async function ask(tab, words) {
    await tab.page.keyboard.type(words);
    const landed = tab.page.waitForResponse((answer) => answer.request().isNavigationRequest());
    await tab.page.keyboard.press("Enter");
    assert.equal((await landed).status(), 200);
    await tab.page.waitForURL(/\/search\?q=/);
    assert.equal(await tab.page.locator("main input[name=q]").inputValue(), words);
    assert.ok((await tab.page.locator("main .card").count()) > 0, "nothing was found");
    assert.ok((await tab.page.locator("main .card mark").count()) > 0, "nothing is marked");
  }

  function focused(tab) {
    return tab.page.evaluate(() => document.activeElement.id);
  }
});
