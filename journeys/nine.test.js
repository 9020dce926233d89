// In the languages that the demonstration does not speak no kind of page has a barrier that axe-core
// knows of, anything cut off, or an error of markup.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Stage } from "./browser.js";
import { MORE, addEditions } from "./nine.js";
import { WIDTHS } from "./pages.js";
import { barriers, cutOff } from "./sight.js";
import { markupErrors } from "./validator.js";

const RIGHT_TO_LEFT = ["ar", "he", "fa"];

/** What `<body>` says of itself on the pages that links lead to. */
const KINDS = ["archive", "article", "author", "corrections", "front", "search", "section", "topic"];

/** A page to which no link leads, behind the edition's code, and what it answers. */
const UNLINKED = [["post/nobody-ever-wrote-this", 404]];

describe("in languages that the demonstration does not speak", () => {
  let stage;
  before(async () => {
    stage = await Stage.set();
    await stage.portal.halt();
    await addEditions(stage.portal);
    await stage.portal.serve();
  });
  after(() => stage?.strike());

  for (const edition of Object.keys(MORE)) {
    for (const [width, colorScheme] of [
      [WIDTHS[0], "light"],
      [WIDTHS.at(-1), "dark"],
    ]) {
      test(`no page kind in ${edition} has a barrier, ${width} px wide, ${colorScheme}`, () =>
        stage.tab({ viewport: { width, height: 900 }, colorScheme }, async (tab) => {
          const wrong = {};
          for (const [path, status] of await pages(edition)) {
            await tab.visit(path, status);
            assert.equal(await tab.page.locator("html").getAttribute("dir"), direction(edition));
            const found = [...(await barriers(tab.page)), ...(await cutOff(tab.page))];
            if (found.length > 0) wrong[path] = found;
          }
          assert.deepEqual(wrong, {});
        }));
    }
  }

  test("the markup of every page kind is without errors in the languages of the imported editions", async () => {
    const texts = {};
    for (const edition of Object.keys(MORE)) {
      for (const [path, status] of await pages(edition)) {
        const answer = await fetch(stage.portal.origin + path);
        assert.equal(answer.status, status, path);
        texts[`${edition}-${Object.keys(texts).length}.html`] = await answer.text();
      }
    }
    assert.deepEqual(await markupErrors(texts), []);
  });

  const known = {};

  /** A page of every kind of an edition: its address, and the status it answers with. */
  async function pages(edition) {
    known[edition] ??= await walk(edition);
    return [
      ...known[edition].map((path) => [path, 200]),
      ...UNLINKED.map(([path, status]) => [`/${edition}/${path}`, status]),
    ];
  }

  /** Follows an edition's links until each kind was met. */
  async function walk(edition) {
    const queue = [`/${edition}/`];
    const found = new Map();
    for (let at = 0; at < queue.length && found.size < KINDS.length; at += 1) {
      const html = await (await fetch(stage.portal.origin + queue[at])).text();
      const [, kind] = html.match(/<body[^>]* data-page="([^"]*)"/);
      if (!found.has(kind)) found.set(kind, queue[at]);
      for (const [, href] of html.matchAll(/<a [^>]*href="([^"?#]*)"/g)) {
        if (href.startsWith(`/${edition}/`) && !/feed\./.test(href) && !queue.includes(href))
          queue.push(href);
      }
    }
    assert.deepEqual([...found.keys()].sort(), KINDS, `/${edition}/ leads to no other kinds`);
    return [...found.values()];
  }
});

function direction(edition) {
  return RIGHT_TO_LEFT.includes(edition) ? "rtl" : "ltr";
}
