// The pages' HTML and CSS, as the Nu HTML Checker reads them.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Stage } from "./browser.js";
import { EDITIONS, pageKinds } from "./pages.js";
import { markupErrors } from "./validator.js";

describe("markup", () => {
  let stage;
  before(async () => (stage = await Stage.set()));
  after(() => stage?.strike());

  test("the checker finds what is wrong", async () => {
    const wrong = {
      "page.html": "<!doctype html><title>x</title><p><div></p>",
      "site.css": "a { colour: red }",
    };
    const errors = await markupErrors(wrong);
    assert.ok(errors.some((error) => error.startsWith("page.html:")));
    assert.ok(errors.some((error) => error.startsWith("site.css:")));
  });

  test("every page kind and style sheet is without errors", async () => {
    const texts = {};
    await stage.tab({}, async (tab) => {
      for (const edition of EDITIONS) {
        for (const { kind, path, status } of await pageKinds(stage.portal, edition)) {
          texts[`${kind}-${edition}.html`] = await fetched(path, status);
          await tab.visit(path, status);
          for (const href of await styleSheets(tab.page)) {
            texts[href.split("/").at(-1)] ??= await fetched(href, 200);
          }
        }
      }
    });
    assert.ok(
      Object.keys(texts).some((name) => name.endsWith(".css")),
      "no style sheet was found",
    );
    assert.deepEqual(await markupErrors(texts), []);
  });

  function styleSheets(page) {
    const links = page.locator("link[rel=stylesheet]");
    return links.evaluateAll((found) => found.map((link) => link.getAttribute("href")));
  }

  async function fetched(path, status) {
    const answer = await fetch(new URL(path, stage.portal.origin));
    assert.equal(answer.status, status, path);
    return answer.text();
  }
});
