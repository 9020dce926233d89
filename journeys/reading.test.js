// A reader's way through the paper, in a real browser.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { archive } from "./archive.js";
import { Stage } from "./browser.js";
import { articleLinks, sectionLinks } from "./pages.js";

/** Enough for several pages of a section. */
const ARCHIVED = 60;

describe("reading", () => {
  let stage;
  before(async () => (stage = await Stage.set()));
  after(() => stage?.strike());

  test("from the front to a section, its next page, and an article there", async () => {
    await stage.tab({}, async (tab) => {
      await tab.visit("/en/");
      const [section] = await sectionLinks(tab.page, "en");
      await fill((await section.getAttribute("href")).split("/")[2]);
    });
    await stage.tab({}, async (tab) => {
      await tab.visit("/en/");
      await tab.follow((await sectionLinks(tab.page, "en"))[0]);
      const onFirst = await articles(tab);
      await tab.follow(tab.page.locator("a[rel~=next]").first());
      assert.match(tab.address(), /\?before=/);
      const twice = (await articles(tab)).filter((href) => onFirst.includes(href));
      assert.deepEqual(twice, [], "an article stands on two pages");

      const [link] = await articleLinks(tab.page, "en");
      const promised = (await link.textContent()).trim();
      await tab.follow(link);
      assert.equal((await tab.page.locator("article h1").textContent()).trim(), promised);
    });
  });

  test("from an article to its translation and back to the same article", () =>
    stage.tab({}, async (tab) => {
      await tab.visit("/en/");
      await tab.follow((await articleLinks(tab.page, "en"))[0]);
      const english = tab.address();
      const headline = await tab.page.locator("article h1").textContent();

      await tab.follow(tab.page.locator("a[hreflang^=ar]").first());
      assert.match(tab.address(), /^\/ar\/post\//);
      assert.match(await tab.page.locator("html").getAttribute("lang"), /^ar\b/);
      assert.equal(await tab.page.locator("html").getAttribute("dir"), "rtl");
      assert.match(await tab.page.locator("article h1").textContent(), /\p{Script=Arabic}/u);

      await tab.follow(tab.page.locator("a[hreflang^=en]").first());
      assert.equal(tab.address(), english);
      assert.equal(await tab.page.locator("article h1").textContent(), headline);
    }));

  test("an embargo passes while the page is open, and a reload shows the article", () =>
    stage.tab({}, async (tab) => {
      const address = "/en/post/under-embargo";
      const ends = await stage.portal.embargo("en", "under-embargo", 4);
      assert.equal(await tab.statusOf(address), 404);
      let seen;
      while ((seen = await tab.statusOf(address)) === 404) {
        assert.ok(Date.now() < ends + 2000, "two seconds after its end the embargo still held");
      }
      assert.equal(seen, 200);
      assert.ok(Date.now() >= ends, "the article was there before its embargo ended");
      assert.match(await tab.page.locator("article h1").textContent(), /harbour council/);
    }));

  /** Imports an archive into the section of that name. The node starts again, on another port. */
  async function fill(section) {
    const { portal } = stage;
    await portal.halt();
    const file = join(portal.data, "archive.xml");
    await writeFile(file, archive(section, ARCHIVED));
    await portal.run("import", "wxr", file, "--edition", "en");
    await portal.serve();
  }

  async function articles(tab) {
    const links = await articleLinks(tab.page, "en");
    return Promise.all(links.map((link) => link.getAttribute("href")));
  }
});
