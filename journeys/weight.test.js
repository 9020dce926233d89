// A first visit is light, and nothing on it jumps.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Stage } from "./browser.js";
import { EDITIONS, pageOf } from "./pages.js";
import { weigh } from "./weight.js";

const KB = 1024;
const PAGE = 25 * KB;

const REQUESTS = 8;

/** The whole of it, fonts too. Arabic letters join, which takes a font more outlines. */
const MOST = { en: 60 * KB, ru: 60 * KB, hy: 60 * KB, ar: 90 * KB };

describe("a first visit", () => {
  let stage;
  before(async () => (stage = await Stage.set()));
  after(() => stage?.strike());

  for (const edition of EDITIONS) {
    for (const kind of ["article", "opinion"]) {
      test(`to the ${kind} in ${edition} is light and nothing jumps`, async (t) => {
        const { requests, bytes, page, shift } = await weigh(
          stage,
          await pageOf(stage.portal, edition, kind),
        );
        t.diagnostic(`${requests} requests, ${page} bytes of page, ${bytes} in all, shift ${shift}`);
        assert.ok(requests <= REQUESTS, `${requests} requests`);
        assert.ok(page <= PAGE, `${page} bytes of HTML, style sheets and scripts`);
        assert.ok(bytes <= MOST[edition], `${bytes} bytes`);
        assert.equal(shift, 0, "layout shift");
      });
    }

    test(`to the front in ${edition}: nothing jumps`, async () => {
      assert.equal((await weigh(stage, `/${edition}/`)).shift, 0);
    });
  }
});
