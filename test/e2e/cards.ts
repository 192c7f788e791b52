import { setTimeout as wait } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { postButton } from './chats.ts';
import { patienceMs } from './patience.ts';

/** Filling in and pressing, always on the newest card of the open chat or channel. */
export function cards(page: Page) {
  async function card(): Promise<Locator> {
    const all = page.locator('.ac-adaptiveCard');
    return (await postButton(page).isVisible()) ? all.first() : all.last();
  }
  return {
    /** Fills in a text, number or date; dates as ISO dates. */
    async fill(label: string, value: string) {
      await (await card()).getByLabel(label).first().fill(value);
    },
    /** Chooses one option of a drop-down list or of radio buttons. */
    async choose(label: string, option: string) {
      const radio = (await card()).getByRole('radiogroup', { name: label }).getByRole('radio', { name: option });
      const list = (await card()).getByRole('combobox', { name: label });
      await radio.or(list).first().waitFor();
      await ((await radio.isVisible()) ? radio.check() : chooseFrom(page, list, option));
    },
    /** Ticks a box. */
    async check(label: string) {
      const box = (await card()).getByRole('checkbox', { name: label });
      // What one sees lies over the box itself, so a click does not reach it.
      await box.focus();
      if (!(await box.isChecked())) await page.keyboard.press('Space');
    },
    /** Waits until what is filled in is like this. */
    async expectValue(label: string, pattern: RegExp) {
      const field = (await card()).getByLabel(label).first();
      const deadline = Date.now() + patienceMs;
      while (!pattern.test(await field.inputValue())) {
        if (Date.now() > deadline) throw new Error(`Nothing like ${pattern} in “${label}”`);
        await wait(50);
      }
    },
    async click(button: string) {
      await (await card()).getByRole('button', { name: button }).click();
    },
    /** Presses a button that is behind the three dots. */
    async clickHidden(button: string) {
      await (await card()).getByRole('button', { name: /^(\.\.\.|…|More)/ }).click();
      const item = page.getByRole('menuitem', { name: button });
      await item
        .or((await card()).getByRole('button', { name: button }))
        .first()
        .click();
    },
  };
}

async function chooseFrom(page: Page, list: Locator, option: string): Promise<void> {
  await list.click();
  const many = page.getByRole('menuitemcheckbox', { name: option });
  await page.getByRole('option', { name: option }).or(many).click();
  if (await many.isVisible()) await page.keyboard.press('Escape');
}
