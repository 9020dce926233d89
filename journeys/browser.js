// Debian's Chromium, and a reader's tab that notices what a page must never do:
// report an error, break its content security policy, or ask another host for anything.

import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { Portal } from "./portal.js";

/** A portal and a browser to look at it, put away together whatever becomes of either. */
export class Stage {
  static async set() {
    const stage = new Stage();
    const [portal, browser] = await Promise.allSettled([Portal.start(), openBrowser()]);
    stage.portal = portal.value;
    stage.browser = browser.value;
    if (portal.reason ?? browser.reason) {
      await stage.strike();
      throw portal.reason ?? browser.reason;
    }
    return stage;
  }

  /** Has `visit` use a tab of its own; fails when a page misbehaved meanwhile. */
  async tab(options, visit) {
    const tab = await Tab.open(this.browser, this.portal.origin, options);
    try {
      await visit(tab);
    } finally {
      await tab.context.close();
    }
    assert.deepEqual(tab.complaints, []);
  }

  async strike() {
    const ends = await Promise.allSettled([this.browser?.close(), this.portal?.close()]);
    for (const { reason } of ends) if (reason) throw reason;
  }
}

/** Starts the browser. Root has no sandbox of its own to give up. */
function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: process.getuid() === 0 ? ["--no-sandbox"] : [],
  });
}

class Tab {
  #expected = new Set();
  complaints = [];

  /** A tab in a fresh profile. `options` are Playwright's for a context (viewport, colorScheme …). */
  static async open(browser, origin, options = {}) {
    const tab = new Tab();
    tab.context = await browser.newContext({ baseURL: origin, ...options });
    tab.page = await tab.context.newPage();
    tab.origin = origin;
    tab.#watch();
    return tab;
  }

  #watch() {
    this.page.on("pageerror", (error) => this.complaints.push(`script error: ${error}`));
    this.page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith("data:") && new URL(url).origin !== this.origin) {
        this.complaints.push(`request to another host: ${url}`);
      }
    });
    // Chromium reports violations of the policy here too.
    this.page.on("console", (message) => {
      if (message.type() === "error" && !this.#expected.has(message.location().url)) {
        this.complaints.push(`console: ${message.text()} (${message.location().url})`);
      }
    });
  }

  /** Opens an address and wants this status. */
  async visit(path, status = 200) {
    if (status >= 400) this.#expected.add(this.origin + path);
    const answer = await this.page.goto(path);
    assert.equal(answer.status(), status, path);
  }

  /** Opens an address that may not be there yet, and tells its status. */
  async statusOf(path) {
    this.#expected.add(this.origin + path);
    return (await this.page.goto(path)).status();
  }

  /** Clicks a link and waits for the page behind it, which must answer 200. */
  async follow(link) {
    const landed = this.page.waitForResponse((answer) => answer.request().isNavigationRequest());
    await link.click();
    const answer = await landed;
    assert.equal(answer.status(), 200, answer.url());
    await this.page.waitForLoadState();
  }

  /** The path and query that the tab shows. */
  address() {
    const { pathname, search } = new URL(this.page.url());
    return pathname + search;
  }
}
