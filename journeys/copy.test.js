// A link is copied, and the page says so, in the words of each of the nine languages.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { Stage } from "./browser.js";
import { HANDS } from "./hands.js";
import { MORE, addEditions } from "./nine.js";
import { EDITIONS, articleLinks } from "./pages.js";
import { cutOff } from "./sight.js";

const MESSAGES = new URL("../crates/locale/messages/", import.meta.url);
const RIGHT_TO_LEFT = ["ar", "he", "fa"];
const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

describe("in nine languages", () => {
  let stage;
  before(async () => {
    stage = await Stage.set();
    await stage.portal.halt();
    await addEditions(stage.portal);
    await stage.portal.serve();
  });
  after(() => stage?.strike());

  for (const edition of [...EDITIONS, ...Object.keys(MORE)]) {
    for (const [how, use] of Object.entries(HANDS)) {
      test(`${how}: a link is copied in ${edition}, and the page says so`, () =>
        stage.tab(CLIPBOARD, async ({ page }) => {
          await page.goto(`/${edition}/`);
          await page.goto(await (await articleLinks(page, edition))[0].getAttribute("href"));
          const button = page.locator("[data-do=copy]");
          await use(page, button);
          const toast = page.getByRole("status");
          await toast.filter({ hasText: /./ }).waitFor();
          assert.equal(await toast.textContent(), await message(edition, "link-copied"));
          assert.equal(
            await toast.evaluate((element) => getComputedStyle(element).direction),
            direction(edition),
          );
          const address = await page.locator("link[rel=canonical]").getAttribute("href");
          assert.equal(await page.evaluate(() => navigator.clipboard.readText()), address);
          assert.ok(
            await button.evaluate((element) => element === document.activeElement),
            "the focus is lost",
          );
          assert.deepEqual(await cutOff(page), []);
        }));
    }
  }
});

function direction(edition) {
  return RIGHT_TO_LEFT.includes(edition) ? "rtl" : "ltr";
}

/** A message without variables, as the language's own file has it. */
async function message(language, id) {
  const text = await readFile(new URL(`${language}.ftl`, MESSAGES), "utf8");
  return text.match(new RegExp(`^${id} = (.+)$`, "m"))[1];
}
