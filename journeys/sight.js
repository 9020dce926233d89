// What can be wrong with a page that is looked at: barriers, a page wider than its screen, text cut
// off, text over text, letters drawn by a font that is not the paper's. Each check returns sentences.

import axe from "axe-core";

/** What axe-core objects to. Evaluated, not added as a script: the page's own policy forbids that. */
export async function barriers(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(" ")}: ${failureSummary}`),
  );
}

/** The page's width beyond the screen, and every text that sticks out of what it is in. */
export function cutOff(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const found = scrollWidth > clientWidth ? [`the page is ${scrollWidth - clientWidth} px too wide`] : [];
    const hides = (value) => value === "hidden" || value === "clip";
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (text.data.trim() === "") continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
      if (boxes.length > 0 && sticksOut(text.parentElement, boxes))
        found.push(`cut off: «${text.data.trim()}»`);
    }
    return found;

    function sticksOut(from, boxes) {
      for (let element = from; element; element = element.parentElement) {
        const style = getComputedStyle(element);
        // For screen readers alone, or to be scrolled.
        if (style.clipPath !== "none" || style.overflowX === "auto" || style.overflowX === "scroll")
          return false;
        const frame = element.getBoundingClientRect();
        const across = ({ left, right }) => left < frame.left - 1 || right > frame.right + 1;
        // Lines are higher than their letters: a few pixels hide nothing.
        const along = ({ top, bottom }) => top < frame.top - 6 || bottom > frame.bottom + 6;
        if (hides(style.overflowX) && boxes.some(across)) return true;
        if (hides(style.overflowY) && boxes.some(along)) return true;
      }
      return boxes.some(({ left, right }) => left < -1 || right > clientWidth + 1);
    }
  });
}

/**
 * Texts that are printed over one another. A font's box is higher than its letters: what meets by
 * less than half of the lower one's height only stands close.
 */
export function overprints(page) {
  return page.evaluate(() => {
    const printed = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (text.data.trim() === "") continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const { left, right, top, bottom } of range.getClientRects())
        if (right > left && bottom > top) printed.push({ text, left, right, top, bottom });
    }
    printed.sort((one, other) => one.top - other.top);
    const found = new Set();
    printed.forEach((upper, at) => {
      for (let next = at + 1; next < printed.length && printed[next].top < upper.bottom; next += 1) {
        const lower = printed[next];
        const across = Math.min(upper.right, lower.right) - Math.max(upper.left, lower.left);
        const along = Math.min(upper.bottom, lower.bottom) - lower.top;
        const height = Math.min(upper.bottom - upper.top, lower.bottom - lower.top);
        if (upper.text === lower.text || across <= 2 || along <= height / 2) continue;
        if (isSeen(upper.text.parentElement) && isSeen(lower.text.parentElement))
          found.add(
            `«${upper.text.data.trim()}» and «${lower.text.data.trim()}» are printed over one another`,
          );
      }
    });
    return [...found];

    function isSeen(element) {
      if (!element.checkVisibility({ visibilityProperty: true })) return false;
      // For screen readers alone.
      for (let outer = element; outer; outer = outer.parentElement)
        if (getComputedStyle(outer).clipPath !== "none") return false;
      return true;
    }
  });
}

/**
 * Has the pages of a tab wait for the paper's fonts. As readers get them they are optional: a page
 * that was painted before they came keeps the system's letters.
 */
export async function waitForFonts(context) {
  await context.route("**/static/reader.*.css", async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replaceAll(/font-display:\s*optional/g, "font-display:block");
    await route.fulfill({ response: answer, body });
  });
}

/**
 * Texts in the page's own language with letters that the paper's fonts lack. Words in another
 * language (the language switch, a foreign name) are the system's to draw.
 */
export async function strangeLetters(page) {
  const client = await page.context().newCDPSession(page);
  await client.send("DOM.enable");
  await client.send("CSS.enable");
  const { root } = await client.send("DOM.getDocument", { depth: -1 });
  const found = [];
  for (const node of withOwnText(root, undefined)) {
    const { fonts } = await client.send("CSS.getPlatformFontsForNode", { nodeId: node.nodeId });
    const strange = fonts.filter(({ isCustomFont }) => !isCustomFont).map(({ familyName }) => familyName);
    if (strange.length > 0) found.push(`${strange.join(", ")} draws «${ownText(node).slice(0, 60)}»`);
  }
  await client.detach();
  return found;
}

const UNSEEN = new Set(["HEAD", "SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "PRE", "CODE"]);

/** Elements with text of their own, but not those in another language than the page's. */
function* withOwnText(node, language) {
  const attributes = node.attributes ?? [];
  const lang = attributes[attributes.indexOf("lang") + 1];
  const own = attributes.includes("lang") ? lang.split("-")[0] : language;
  if (UNSEEN.has(node.nodeName) || (language && own !== language)) return;
  if (ownText(node).trim() !== "") yield node;
  for (const child of node.children ?? []) yield* withOwnText(child, own);
}

function ownText(node) {
  return (node.children ?? [])
    .filter(({ nodeType }) => nodeType === 3)
    .map(({ nodeValue }) => nodeValue)
    .join("");
}
