// A person who uses the keyboard alone: Tab until the thing has the focus, then a key. Nothing is clicked.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const MOST_TABS = 400;

/** Moves the focus by Tab; fails where it is never reached, or is hidden once it is there. */
export async function focusOn(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expectVisible(target);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${target.toString()} on ${page.url()}`);
}

/** The focused thing lies in the window, and nothing covers all of it (WCAG 2.4.11). */
async function expectVisible(target: Locator): Promise<void> {
  const seen = await target.evaluate((element) => {
    const box = element.getBoundingClientRect();
    // Radios and checkboxes of the design system lie over a drawn circle: their label is beside them.
    const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 20)];
    const top = document.elementFromPoint(x, y);
    return (
      top !== null &&
      (element.contains(top) || top.contains(element) || element.closest('form')?.contains(top))
    );
  });
  expect(seen, `${target.toString()} is covered or outside the window`).toBeTruthy();
}

/** Goes to a link or button and presses Enter; the next page has loaded afterwards. */
export async function press(page: Page, target: Locator): Promise<void> {
  await focusOn(page, target);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

/** Opens something that is folded away. */
export async function unfold(page: Page, summary: Locator): Promise<void> {
  await focusOn(page, summary);
  await page.keyboard.press('Enter');
}

/** Goes to a field and writes over what is in it. */
export async function write(page: Page, field: Locator, text: string): Promise<void> {
  await focusOn(page, field);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

/** Ticks a checkbox with the space bar. */
export async function tick(page: Page, box: Locator): Promise<void> {
  await focusOn(page, box);
  await page.keyboard.press('Space');
}

/** Chooses the radio at a place of its group, from the first on, with the arrow keys. */
export async function choose(page: Page, group: Locator, index: number): Promise<void> {
  const radios = group.getByRole('radio');
  await focusOn(page, radios.first());
  await page.keyboard.press('Space');
  for (let step = 0; step < index; step += 1) await page.keyboard.press('ArrowDown');
  expect(await radios.nth(index).isChecked()).toBe(true);
}

/** Chooses an option of a select by typing how it begins. */
export async function select(page: Page, field: Locator, beginning: string): Promise<void> {
  await focusOn(page, field);
  await page.keyboard.type(beginning);
}
