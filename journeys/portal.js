// A running `masthead serve` with the demonstration portal in a folder of its own.
// Here: start, stop, commands beside it. Not here: anything about pages.

import assert from "node:assert/strict";
import { spawn, execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

const BINARY = process.env.MASTHEAD_BIN ?? new URL("../target/debug/masthead", import.meta.url).pathname;
const EXAMPLES = new URL("../target/debug/examples/", import.meta.url).pathname;
const PATIENCE_MS = 60_000;

export class Portal {
  #child;
  #log = "";

  constructor(data) {
    this.data = data;
  }

  /** A fresh portal, answering. The first start fills it with the demonstration. */
  static async start() {
    const portal = new Portal(await mkdtemp(join(tmpdir(), "masthead-journey-")));
    try {
      await portal.serve();
      return portal;
    } catch (error) {
      portal.#child?.kill("SIGKILL");
      await rm(portal.data, { recursive: true });
      throw error;
    }
  }

  /** Starts the node and waits until it is healthy. */
  async serve() {
    const port = await freePort();
    this.origin = `http://127.0.0.1:${port}`;
    const child = spawn(BINARY, ["serve", "--data", this.data, "--listen", `127.0.0.1:${port}`], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => (this.#log += bytes));
    process.once("exit", () => child.kill("SIGKILL"));
    await Promise.race([once(child, "spawn"), once(child, "error").then(([error]) => Promise.reject(error))]);
    this.#child = child;
    await this.#healthy();
  }

  /** The address of a search, which answers: the first start builds its index. */
  async searched(edition, words) {
    const path = `/${edition}/search?q=${encodeURIComponent(words)}`;
    await this.#answers(path);
    return path;
  }

  #healthy() {
    return this.#answers("/healthz");
  }

  async #answers(path) {
    const end = Date.now() + PATIENCE_MS;
    for (let wait = 5; Date.now() < end; wait = Math.min(wait * 2, 200)) {
      assert.equal(this.#child.exitCode, null, `the node ended before it was ready:\n${this.#log}`);
      const answer = await fetch(this.origin + path).catch(() => null);
      if (answer?.ok) return;
      await pause(wait);
    }
    assert.fail(`${path} was never 200; the node said:\n${this.#log}`);
  }

  /** Asks the node to end, and wants it to end well. */
  async halt() {
    if (this.#child.exitCode === null) {
      const exit = once(this.#child, "exit");
      this.#child.kill("SIGTERM");
      await exit;
    }
    assert.equal(this.#child.exitCode, 0, `the node did not end well:\n${this.#log}`);
  }

  /** Runs another command on this portal's data. Fails unless it exits with 0. */
  async run(...args) {
    return promisify(execFile)(BINARY, [...args, "--data", this.data]);
  }

  /** Publishes an article under an embargo beside the node; tells when it ends. */
  async embargo(edition, slug, seconds) {
    const { stdout } = await promisify(execFile)(`${EXAMPLES}embargo`, [
      this.data,
      edition,
      slug,
      String(seconds),
    ]);
    return Date.parse(stdout.trim());
  }

  /** Publishes an article beside the node and takes it down again. */
  async withdraw(edition, slug) {
    await promisify(execFile)(`${EXAMPLES}withdraw`, [this.data, edition, slug]);
  }

  /** Brings an archive in beside the node: `text` is a WordPress export. */
  async import(text, edition) {
    const file = join(this.data, "archive.xml");
    await writeFile(file, text);
    await this.run("import", "wxr", file, "--edition", edition);
  }

  /** Ends the node and removes its data. */
  async close() {
    try {
      await this.halt();
    } finally {
      await rm(this.data, { recursive: true });
    }
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}
