// What a reader sets and takes along: the night, the size of the letters, a printed page. By mouse,
// by keyboard, and what of it is there without JavaScript.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import { Stage } from "./browser.js";
import { groundsDuring } from "./frames.js";
import { HANDS } from "./hands.js";
import { EDITIONS, WIDTHS, articleLinks } from "./pages.js";
import { cutOff } from "./sight.js";

const SIZES = [80, 90, 100, 110, 125, 150, 175, 200];
const NORMAL = SIZES.indexOf(100);
const DARK = 0.25;
const LIGHT = 0.9;

describe("a reader's controls", () => {
  let stage;
  before(async () => (stage = await Stage.set()));
  after(() => stage?.strike());

  for (const [how, use] of Object.entries(HANDS)) {
    test(`${how}: the night comes by one tap, and is remembered`, () =>
      stage.tab({ colorScheme: "light" }, async (tab) => {
        await tab.visit("/en/");
        const button = tab.page.locator("[data-do=theme]");
        assert.ok((await ground(tab.page)) > LIGHT);
        await use(tab.page, button);
        assert.equal(await button.getAttribute("aria-pressed"), "true");
        assert.ok((await ground(tab.page)) < DARK);

        await openFirst(tab, "ar", articleLinks);
        assert.ok((await ground(tab.page)) < DARK, "the night was forgotten");
        assert.equal(await button.getAttribute("aria-pressed"), "true");
        await use(tab.page, button);
        assert.ok((await ground(tab.page)) > LIGHT);
      }));
  }

  for (const [system, wish] of [
    ["light", "dark"],
    ["dark", "light"],
  ]) {
    test(`no frame is ${system} for a reader who wants it ${wish} where the system is ${system}`, () =>
      stage.tab({ colorScheme: system }, async (tab) => {
        await tab.visit("/en/");
        await tab.page.locator("[data-do=theme]").click();
        const grounds = await groundsDuring(tab.page, async () => {
          await tab.follow((await articleLinks(tab.page, "en"))[0]);
          await tab.page.reload();
        });
        assertAll(grounds, wish);
      }));
  }

  for (const system of ["light", "dark"]) {
    test(`without JavaScript a page is ${system} where the system is, from the first frame`, () =>
      stage.tab({ colorScheme: system, javaScriptEnabled: false }, async (tab) => {
        await tab.visit("/en/");
        const grounds = await groundsDuring(tab.page, () => tab.visit("/ru/"));
        assertAll(grounds, system);
      }));
  }

  for (const edition of EDITIONS) {
    for (const width of [WIDTHS[0], WIDTHS.at(-1)]) {
      test(`the letters from 80 to ${SIZES.at(-1)} % in ${edition}, ${width} px wide: nothing sticks out`, () =>
        stage.tab({ viewport: { width, height: 900 } }, async (tab) => {
          for (const links of [articleLinks, undefined]) {
            await (links ? openFirst(tab, edition, links) : tab.visit(`/${edition}/`));
            await smallest(tab.page);
            for (const size of SIZES) {
              assert.deepEqual(await cutOff(tab.page), [], `${tab.address()} at ${size} %`);
              if (size !== SIZES.at(-1)) await tab.page.locator("[data-do=larger]").click();
            }
          }
        }));
    }
  }

  for (const [how, use] of Object.entries(HANDS)) {
    test(`${how}: each step of the letters has its size, the last ones end, and the size is remembered`, () =>
      stage.tab({}, async (tab) => {
        await tab.visit("/en/");
        const [smaller, larger] = ["smaller", "larger"].map((act) => tab.page.locator(`[data-do=${act}]`));
        const normal = await letters(tab.page);
        for (let at = NORMAL; at > 0; at -= 1) await use(tab.page, smaller);
        for (const size of SIZES) {
          assert.ok(Math.abs((await letters(tab.page)) - (normal * size) / 100) < 0.01, `${size} %`);
          assert.equal(await smaller.getAttribute("aria-disabled"), String(size === SIZES[0]));
          assert.equal(await larger.getAttribute("aria-disabled"), String(size === SIZES.at(-1)));
          if (size !== SIZES.at(-1)) await use(tab.page, larger);
        }
        await openFirst(tab, "en", articleLinks);
        assert.equal(await letters(tab.page), 2 * normal, "the size was forgotten");
      }));
  }

  test("without JavaScript no control stands there that would do nothing", () =>
    stage.tab({ javaScriptEnabled: false }, async (tab) => {
      await openFirst(tab, "en", articleLinks);
      assert.equal(await tab.page.locator("button[data-do]:visible").count(), 0);
      const address = await canonical(tab.page);
      const links = await tab.page.locator(".share a:visible").all();
      assert.ok(links.length >= 5, "the links that hand an article on are gone");
      for (const link of links) {
        const href = await link.getAttribute("href");
        assert.ok(href.includes(encodeURIComponent(address)), href);
      }
    }));

  for (const edition of EDITIONS) {
    for (const javaScriptEnabled of [true, false]) {
      const how = javaScriptEnabled ? "" : " without JavaScript";
      test(`an article printed in ${edition}${how} tells its address, its day and what may be done with it`, () =>
        stage.tab({ javaScriptEnabled }, async (tab) => {
          await openFirst(tab, edition, articleLinks);
          const text = await printed(tab.page);
          const day = await tab.page.locator(".facts time").first().textContent();
          // Of an address in two scripts pdftotext may give the later part first.
          for (const part of decodeURI(await canonical(tab.page)).split(/(?<=\/post\/)/))
            assert.ok(text.includes(bare(part)), `${part} of its address`);
          for (const number of day.match(/\d+/g)) assert.ok(text.includes(number), `${number} of ${day}`);
          for (const words of await inPrint(tab.page))
            assert.ok(holds(text, words, edition === "ar" ? LEGIBLE : 1), words);
          for (const words of await onScreenAlone(tab.page)) assert.ok(!text.includes(bare(words)), words);
        }));
    }
  }

  async function printed(page) {
    const file = join(stage.portal.data, "article.pdf");
    await writeFile(file, await page.pdf({ format: "A4" }));
    return bare((await promisify(execFile)("pdftotext", [file, "-"])).stdout);
  }
});

/** The share of Arabic words that pdftotext gives back letter by letter: it turns some ligatures round. */
const LEGIBLE = 0.9;

/** Whether a text holds at least this share of the words. */
function holds(text, words, share) {
  if (share === 1) return text.includes(bare(words));
  const all = words.split(/[\s\p{P}]+/u);
  return all.filter((word) => text.includes(bare(word))).length >= share * all.length;
}

/** Opens what the first such link on an edition's front leads to. */
async function openFirst(tab, edition, links) {
  await tab.visit(`/${edition}/`);
  const [link] = await links(tab.page, edition);
  await tab.visit(await link.getAttribute("href"));
}

/** The headline, the first paragraph and the rule of reuse: what a printed page must hold. */
function inPrint(page) {
  return Promise.all(
    [".story h1", ".story__body p", ".footer__terms p"].map((place) =>
      page.locator(place).first().textContent(),
    ),
  );
}

/** Words of what only a screen needs. */
function onScreenAlone(page) {
  return Promise.all(
    [".footer__up", ".turn .muted"].map((place) => page.locator(place).first().textContent()),
  );
}

/**
 * A text without its spaces, hyphens, vowel signs and marks of direction: lines break where the paper
 * ends, and a PDF tells where a sign stands, not whose it is.
 */
function bare(text) {
  return text.normalize("NFKC").replace(/[\s\p{Mn}\p{Bidi_C}\u00ad\u2010\u2011-]/gu, "");
}

function canonical(page) {
  return page.locator("link[rel=canonical]").getAttribute("href");
}

async function smallest(page) {
  const smaller = page.locator("[data-do=smaller]");
  while ((await smaller.getAttribute("aria-disabled")) !== "true") await smaller.click();
}

/** The size of the letters, in CSS pixels. */
function letters(page) {
  return page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
}

/** The brightness of the page's ground, from 0 to 1. */
function ground(page) {
  return page.evaluate(() => {
    const [red, green, blue] = getComputedStyle(document.documentElement).backgroundColor.match(/[\d.]+/g);
    return (Number(red) + Number(green) + Number(blue)) / (3 * 255);
  });
}

function assertAll(grounds, theme) {
  assert.ok(grounds.length > 1, "the browser painted nothing");
  const wrong = grounds.filter((ground) => (theme === "dark" ? ground > DARK : ground < LIGHT));
  assert.deepEqual(wrong, [], `of ${grounds.length} frames`);
}
