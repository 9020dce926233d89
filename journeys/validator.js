// The Nu HTML Checker, run once over many files.

import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import vnu from "vnu-jar";

/**
 * Checks texts by name (`front.html`, `site.css`) and returns its errors as sentences. Its hints and
 * warnings are left out.
 */
export async function markupErrors(texts) {
  const folder = await mkdtemp(join(tmpdir(), "masthead-vnu-"));
  const files = await Promise.all(
    Object.entries(texts).map(async ([name, text]) => {
      const file = join(folder, name);
      await writeFile(file, text);
      return file;
    }),
  );
  const { messages } = JSON.parse(await check(files));
  await rm(folder, { recursive: true });
  return messages
    .filter(({ type }) => type !== "info")
    .map(({ url, lastLine, message, extract }) => `${basename(url)}:${lastLine}: ${message} «${extract}»`)
    .filter((sentence) => !UNKNOWN.test(sentence));
}

/** The checker's style sheets know no container queries (CSS Conditional 5 and Containment 3). */
const UNKNOWN = /Unrecognized at-rule “@container”|“container-type”|Parse Error\. «[^»]*cqi/;

/** The checker exits with 1 where it found something; its report is then what counts. */
function check(files) {
  const args = ["-jar", vnu, "--also-check-css", "--stdout", "--format", "json", ...files];
  return new Promise((resolve, reject) => {
    execFile("java", args, { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (stdout.trim() === "") reject(error ?? new Error(`no report: ${stderr}`));
      else resolve(stdout);
    });
  });
}
