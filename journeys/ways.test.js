// A reader's ways from page to page: into another language, on through the pages of a list, to the
// day of an archive. Each by keyboard, and without JavaScript.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { archive } from "./archive.js";
import { Stage } from "./browser.js";
import { HANDS } from "./hands.js";
import { EDITIONS, articleLinks } from "./pages.js";

/** A story of the demonstration that is told in these editions and no other. */
const TOLD = {
  en: "/en/post/odrene-moves-its-clocks-by-half-an-hour",
  ar: "/ar/post/أودرين-تقدم-ساعاتها-نصف-ساعة",
};

/** A story of the demonstration that one edition alone tells. */
const ALONE = "/ru/post/shkola-s-chetyrmya-alfavitami";

/** Enough for three pages of a section. */
const ARCHIVED = 70;
const SECTION = "harbour";
const FIRST = "/en/post/harbour-notes-1";

/** How long a node may take to see what was set beside it. */
const NOTICED_MS = 5000;

/** By keyboard, and without JavaScript. */
const READERS = [
  { how: "by keyboard", options: {}, use: HANDS["by keyboard"] },
  { how: "without JavaScript", options: { javaScriptEnabled: false }, use: HANDS["by mouse"] },
];

describe("the way", () => {
  let stage;
  before(async () => {
    stage = await Stage.set();
    await stage.portal.import(archive(SECTION, ARCHIVED), "en");
  });
  after(() => stage?.strike());

  for (const { how, options, use } of READERS) {
    test(`from a story to its translation, or else to the other edition's front: ${how}`, () =>
      stage.tab(options, async (tab) => {
        for (const edition of EDITIONS.filter((code) => code !== "en")) {
          await tab.visit(TOLD.en);
          await go(tab, use, switchTo(tab.page, edition));
          assert.equal(decodeURI(tab.address()), TOLD[edition] ?? `/${edition}/`);
          assert.equal(await tab.page.locator("html").getAttribute("lang"), edition);
        }
        await tab.visit(TOLD.ar);
        await go(tab, use, switchTo(tab.page, "en"));
        assert.equal(tab.address(), TOLD.en);
      }));

    test(`from a story that one edition alone tells to the others' fronts: ${how}`, () =>
      stage.tab(options, async (tab) => {
        for (const edition of EDITIONS.filter((code) => code !== "ru")) {
          await tab.visit(ALONE);
          assert.equal(await tab.page.locator("link[rel=alternate][hreflang]:not([type])").count(), 0);
          await go(tab, use, switchTo(tab.page, edition));
          assert.equal(tab.address(), `/${edition}/`);
        }
      }));

    test(`through all pages of a section, and back to the first: ${how}`, () =>
      stage.tab(options, async (tab) => {
        const first = `/en/${SECTION}/`;
        await tab.visit(first);
        const seen = new Set();
        for (let pages = 1; ; pages += 1) {
          for (const href of await hrefs(tab.page)) {
            assert.ok(!seen.has(href), `${href} stands on two pages`);
            seen.add(href);
          }
          const next = tab.page.locator("main a[rel=next]");
          if ((await next.count()) === 0) {
            assert.ok(pages > 2, `${pages} pages`);
            break;
          }
          await go(tab, use, next);
        }
        assert.equal(seen.size, ARCHIVED);
        await go(tab, use, tab.page.locator("main .paging__newest"));
        assert.equal(tab.address(), first);
      }));
  }

  test("an archive's day is the day of the portal's zone, and of its new zone after a change", async () => {
    // The first article is of 09:00 UTC on 1 January 2011.
    const newYear = "/en/archive/2011/01/01/";
    const eve = "/en/archive/2010/12/31/";
    for (const [zone, day, other] of [
      ["Asia/Nicosia", newYear, eve],
      ["Pacific/Honolulu", eve, newYear],
    ]) {
      await stage.portal.run("settings", "set", "portal.time_zone", zone);
      await noticed(day);
      for (const { options, use } of READERS) {
        await stage.tab(options, async (tab) => {
          await tab.visit("/en/archive/");
          for (const part of day.split("/").slice(3, -1)) {
            await go(tab, use, tab.page.locator(`main .spans a[href$="/${part}/"]`));
          }
          assert.equal(tab.address(), day);
          assert.deepEqual(await hrefs(tab.page), [FIRST]);
          await tab.visit(other);
          assert.equal(await tab.page.locator(`main a[href="${FIRST}"]`).count(), 0, `${other} in ${zone}`);
        });
      }
    }
  });

  /** Until a node that runs sees what was set beside it. */
  async function noticed(day) {
    const end = Date.now() + NOTICED_MS;
    while (!(await (await fetch(stage.portal.origin + day)).text()).includes(`"${FIRST}"`)) {
      assert.ok(Date.now() < end, `${day} never told of ${FIRST}`);
    }
  }
});

function switchTo(page, edition) {
  return page.locator(`.switch a[hreflang^=${edition}]`);
}

/** Uses a link, and wants the page behind it to answer 200. A key, other than a click, waits for no page. */
async function go(tab, use, link) {
  const loaded = tab.page.waitForEvent("load");
  await tab.follow({ click: () => use(tab.page, link) });
  await loaded;
}

async function hrefs(page) {
  const links = await articleLinks(page, "en");
  return Promise.all(links.map((link) => link.getAttribute("href")));
}
