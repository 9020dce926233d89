// The kinds of pages, found as a reader finds them: by following links from the front.

import assert from "node:assert/strict";

/** The editions of the demonstration. */
export const EDITIONS = ["en", "ru", "hy", "ar"];
export const WIDTHS = [360, 768, 1440];

/** Pages that a walk may fetch before it gives up on a kind. */
const STEPS = 400;

/** An article that is published and taken down again, for the page that says so. */
const TAKEN_DOWN = "taken-down";

/** Every kind by what its address looks like behind the edition's code, and what its page says of itself. */
const KINDS = {
  front: (path) => path === "",
  section: (path, page) => page.is === "section" && !page.nested,
  nested: (path, page) => page.is === "section" && page.nested,
  article: (path, page) => path.startsWith("post/") && page.kind === "news",
  opinion: (path, page) => path.startsWith("post/") && page.kind === "opinion",
  partner: (path, page) => path.startsWith("post/") && page.kind === "partner-content",
  topic: (path) => path.startsWith("topic/"),
  author: (path) => path.startsWith("author/"),
  source: (path) => path.startsWith("source/"),
  archive: (path) => path === "archive/",
  year: (path) => /^archive\/\d{4}\/$/.test(path),
  month: (path) => /^archive\/\d{4}\/\d{2}\/$/.test(path),
  day: (path) => /^archive\/\d{4}\/\d{2}\/\d{2}\/$/.test(path),
  corrections: (path) => path === "corrections/",
  standing: (path) => path.startsWith("page/"),
  search: (path) => path === "search",
};

const known = new WeakMap();

/** Every kind of page of an edition: its name, address and the status it answers with. */
export async function pageKinds(portal, edition) {
  const editions = known.get(portal) ?? {};
  known.set(portal, editions);
  editions[edition] ??= discover(portal, edition);
  return editions[edition];
}

/** The address of an edition's page of one kind. */
export async function pageOf(portal, edition, kind) {
  return (await pageKinds(portal, edition)).find((page) => page.kind === kind).path;
}

async function discover(portal, edition) {
  const found = await walk(portal.origin, edition);
  await portal.withdraw(edition, TAKEN_DOWN);
  const { headline } = await look(portal.origin, found.find(({ kind }) => kind === "article").path);
  return [
    ...found,
    { kind: "found", path: await portal.searched(edition, longestWord(headline)), status: 200 },
    { kind: "nothing", path: await portal.searched(edition, "qqqqq"), status: 200 },
    { kind: "missing", path: `/${edition}/post/nobody-ever-wrote-this`, status: 404 },
    { kind: "gone", path: `/${edition}/post/${TAKEN_DOWN}`, status: 410 },
  ];
}

/** The longest word: one that says more than "the". */
function longestWord(text) {
  return text
    .split(/[^\p{L}\p{M}]+/u)
    .reduce((longest, word) => (word.length > longest.length ? word : longest));
}

/** Follows links from the front until each kind was met. */
async function walk(origin, edition) {
  const home = `/${edition}/`;
  const [seen, queue, wanted, found] = [new Set([home]), [home], new Map(Object.entries(KINDS)), []];
  for (let step = 0; queue.length > 0 && wanted.size > 0 && step < STEPS; step += 1) {
    const path = queue.shift();
    const page = await look(origin, path);
    const kind = [...wanted].find(([, is]) => is(path.slice(home.length), page))?.[0];
    if (kind) {
      wanted.delete(kind);
      found.push({ kind, path, status: 200 });
    }
    for (const link of page.links) {
      if (!link.startsWith(home) || seen.has(link) || /[?#]|feed\.|\.(xml|json)/.test(link)) continue;
      seen.add(link);
      queue.push(link);
    }
  }
  assert.deepEqual([...wanted.keys()], [], `/${edition}/ leads to no such pages`);
  const order = Object.keys(KINDS);
  found.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return found;
}

async function look(origin, path) {
  const answer = await fetch(origin + path);
  assert.equal(answer.status, 200, `a link leads to ${path}`);
  const html = await answer.text();
  const [, main = ""] = html.split("<main");
  return {
    is: html.match(/<body[^>]* data-page="([^"]*)"/)?.[1],
    kind: html.match(/<article[^>]* data-kind="([^"]*)"/)?.[1],
    nested: (main.match(/<nav class="path"[\s\S]*?<\/nav>/)?.[0].match(/<li/g) ?? []).length > 1,
    headline: main.match(/<h1[^>]*>([\s\S]*?)<\/h1>/)?.[1].replace(/<[^>]*>/g, ""),
    links: [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href.replaceAll("&amp;", "&")),
  };
}

/** Links from the front's navigation to its sections. */
export function sectionLinks(page, edition) {
  return linksTo(page, "nav", new RegExp(`^/${edition}/[^/]+/$`));
}

/** Links from a page's main part to articles. */
export function articleLinks(page, edition) {
  return linksTo(page, "main", new RegExp(`^/${edition}/post/[^/]+$`));
}

async function linksTo(page, landmark, pattern) {
  const links = await page.locator(`${landmark} a[href]:visible`).all();
  const hrefs = await Promise.all(links.map((link) => link.getAttribute("href")));
  const found = links.filter((_, at) => pattern.test(hrefs[at]));
  assert.ok(found.length > 0, `${page.url()}: no link in ${landmark} matches ${pattern}`);
  return found;
}
