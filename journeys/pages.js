// The kinds of pages, found as a reader finds them: by the links on the front.

import assert from "node:assert/strict";

export const EDITIONS = ["en", "ar"];
export const WIDTHS = [360, 1440];

/** Links from the front's navigation to its sections. */
export function sectionLinks(page, edition) {
  return linksTo(page, "nav", new RegExp(`^/${edition}/[^/]+/$`));
}

/** Links from a page's main part to articles. */
export function articleLinks(page, edition) {
  return linksTo(page, "main", new RegExp(`^/${edition}/post/[^/]+$`));
}

async function linksTo(page, landmark, pattern) {
  const links = await page.locator(`${landmark} a[href]`).all();
  const hrefs = await Promise.all(links.map((link) => link.getAttribute("href")));
  const found = links.filter((_, at) => pattern.test(hrefs[at]));
  assert.ok(found.length > 0, `${page.url()}: no link in ${landmark} matches ${pattern}`);
  return found;
}

/** Every kind of page of an edition: its name, address and the status it answers with. */
export async function pageKinds(tab, edition) {
  const front = `/${edition}/`;
  await tab.visit(front);
  const [section] = await sectionLinks(tab.page, edition);
  const [article] = await articleLinks(tab.page, edition);
  return [
    { kind: "front", path: front, status: 200 },
    { kind: "section", path: await section.getAttribute("href"), status: 200 },
    { kind: "article", path: await article.getAttribute("href"), status: 200 },
    { kind: "missing", path: `/${edition}/post/nobody-ever-wrote-this`, status: 404 },
  ];
}
