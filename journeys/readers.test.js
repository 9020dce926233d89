// Feeds, sitemaps and metadata, as programs read them that others wrote: feedparser, newsboat,
// extruct, and sitemaps.org's schema in lxml.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import { EDITIONS, pageKinds, pageOf } from "./pages.js";
import { Portal } from "./portal.js";

const run = promisify(execFile);
const PYTHON = new URL("../target/readers/bin/python", import.meta.url).pathname;
const SCRIPT = new URL("readers.py", import.meta.url).pathname;
const SCHEMA = new URL("../node_modules/sitemap/schema/sitemap.xsd", import.meta.url).pathname;
const FEEDS = { "feed.xml": "rss20", "feed.atom": "atom10" };

describe("real readers", () => {
  let portal;
  before(async () => (portal = await Portal.start()));
  after(() => portal?.close());

  test("feedparser reads the feeds of each edition, section, topic and author", async () => {
    const places = (await Promise.all(EDITIONS.map(feedPlaces))).flat();
    const names = Object.keys(FEEDS);
    const addresses = places.flatMap((place) => names.map((name) => portal.origin + place + name));
    const read = await python("feeds", ...addresses);
    for (const address of addresses) {
      const { version, wrong, feed, entries } = read[address];
      assert.equal(wrong, "", address);
      assert.equal(version, FEEDS[address.split("/").at(-1)], address);
      assert.ok(feed.title && feed.link, `${address}: no title or link`);
      assert.ok(entries.length > 0, `${address}: no entries`);
      for (const { title, link, id, published } of entries) {
        assert.ok(title && id && published, `${address}: ${link} lacks title, id or date`);
        assert.match(new URL(link).pathname, /^\/[a-z]+\/post\//, address);
      }
      assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length, `${address}: an id twice`);
      const pictures = entries.map(({ picture }) => picture).filter(Boolean);
      assert.ok(pictures.length > 0, `${address}: no picture`);
      assert.match(await typeAt(pictures[0]), /^image\/jpeg 200$/, pictures[0]);
    }
  });

  test("the JSON feeds are of version 1.1 and tell what RSS tells", async () => {
    for (const place of (await Promise.all(EDITIONS.map(feedPlaces))).flat()) {
      const json = await (await fetch(`${portal.origin}${place}feed.json`)).json();
      assert.equal(json.version, "https://jsonfeed.org/version/1.1", place);
      const rss = (await python("feeds", `${portal.origin}${place}feed.xml`))[
        `${portal.origin}${place}feed.xml`
      ];
      assert.deepEqual(
        json.items.map(({ title, url, image }) => [title, url, image ?? null]),
        rss.entries.map(({ title, link, picture }) => [title, link, picture]),
        place,
      );
    }
  });

  test("newsboat fetches the feeds and shows their headlines", async () => {
    const home = await mkdtemp(join(tmpdir(), "masthead-newsboat-"));
    const addresses = EDITIONS.flatMap((code) => Object.keys(FEEDS).map((name) => `/${code}/${name}`));
    const [urls, cache] = [join(home, "urls"), join(home, "cache.db")];
    await writeFile(urls, addresses.map((path) => `${portal.origin}${path}\n`).join(""));
    const options = { env: { ...process.env, HOME: home } };
    await run("newsboat", ["-u", urls, "-c", cache, "-x", "reload"], options);
    const { stdout } = await run("newsboat", ["-u", urls, "-c", cache, "-x", "print-unread"], options);
    await rm(home, { recursive: true });
    const read = await python("feeds", ...addresses.map((path) => portal.origin + path));
    const entries = Object.values(read).flatMap((feed) => feed.entries);
    // It knows an article by its identifier, in whichever of our formats it met it first.
    const articles = new Set(entries.map((entry) => entry.id));
    assert.equal(Number.parseInt(stdout, 10), articles.size, stdout);
  });

  test("extruct finds the article, its paper and its way down in every edition", async () => {
    for (const edition of EDITIONS) {
      const address = portal.origin + (await pageOf(portal, edition, "article"));
      const read = (await python("pages", address))[address];
      const things = read["json-ld"].flatMap((thing) => thing["@graph"] ?? [thing]);
      const article = things.find((thing) => thing["@type"] === "NewsArticle");
      assert.ok(article, `${address}: no NewsArticle among ${things.map((thing) => thing["@type"])}`);
      for (const key of [
        "headline",
        "datePublished",
        "dateModified",
        "publisher",
        "inLanguage",
        "citation",
      ]) {
        assert.ok(article[key], `${address}: no ${key}`);
      }
      for (const author of [article.author].flat()) {
        assert.ok(author.name && author.url, `${address}: ${JSON.stringify(author)}`);
      }
      assert.ok(article.inLanguage.startsWith(edition), article.inLanguage);
      for (const image of [article.image].flat())
        assert.match(await typeAt(image), /^image\/jpeg 200$/, image);
      assert.ok(
        things.some((thing) => thing["@type"] === "BreadcrumbList"),
        `${address}: no BreadcrumbList`,
      );
      const [graph] = read.opengraph;
      assert.equal(graph["@type"], "article");
      assert.ok(graph["og:title"] && graph["og:url"] && graph["og:site_name"], JSON.stringify(graph));
    }
  });

  test("the sitemaps keep sitemaps.org's schema, and every address in them answers", async () => {
    const index = await text("/sitemap.xml");
    const maps = locations(index);
    assert.ok(maps.length > 0, "the index names no sitemap");
    const news = EDITIONS.map((edition) => `/${edition}/sitemap-news.xml`);
    const addresses = [...maps, ...news].map((path) => portal.origin + path);
    const read = await python("sitemaps", SCHEMA, ...addresses);
    for (const address of addresses) assert.deepEqual(read[address], [], address);

    const pages = (await Promise.all(maps.map(text))).join("");
    for (const path of locations(pages)) assert.equal((await fetch(portal.origin + path)).status, 200, path);
    assert.match(pages, /<xhtml:link rel="alternate" hreflang="ar" href="[^"]+"\/>/);
    for (const path of news) assert.match(await text(path), /<news:publication_date>[^<]+</, path);
  });

  test("robots.txt leads to the sitemaps", async () => {
    assert.match(await text("/robots.txt"), /^Sitemap: https?:\/\/\S+\/sitemap\.xml$/m);
  });

  /** The media type of what lies at an absolute address of the portal. */
  async function typeAt(address) {
    const answer = await fetch(portal.origin + new URL(address).pathname);
    return `${answer.headers.get("content-type")} ${answer.status}`;
  }

  async function feedPlaces(edition) {
    const kinds = await pageKinds(portal, edition);
    const some = kinds.filter(({ kind }) => ["front", "section", "topic", "author"].includes(kind));
    return some.map(({ path }) => path);
  }

  async function text(path) {
    const answer = await fetch(portal.origin + path);
    assert.equal(answer.status, 200, path);
    return answer.text();
  }
});

async function python(...args) {
  return JSON.parse((await run(PYTHON, [SCRIPT, ...args], { maxBuffer: 1 << 26 })).stdout);
}

/** The paths in a sitemap; their host is the portal's public one. */
function locations(xml) {
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => {
    const { pathname, search } = new URL(address.replaceAll("&amp;", "&"));
    return pathname + search;
  });
}
