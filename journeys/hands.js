// How a reader works a page without a mouse.

import assert from "node:assert/strict";

/** More controls than any page has. */
const MOST_STEPS = 300;

/** Goes to a control by the Tab key alone, from wherever the focus is. */
export async function reach(page, control) {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`the Tab key never comes to ${control}`);
}

/** Reaches a control and presses a key on it. */
export async function press(page, control, key = "Enter") {
  await reach(page, control);
  await page.keyboard.press(key);
}

/** How a reader may work a page: what a test's name says of it, and how a control is used. */
export const HANDS = {
  "by mouse": (page, control) => control.click(),
  "by keyboard": (page, control) => press(page, control),
};
