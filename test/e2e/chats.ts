import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { botName } from '../../bot/cli/playground-config.ts';
import { patienceMs } from './patience.ts';

/** A channel has a button that says Post, and its newest post on top; in a chat the newest message is at the bottom. */
export const postButton = (page: Page) => page.getByRole('button', { name: 'Post', exact: true });

/** Typing and reading, in whichever chat or channel is open. */
export function chats(page: Page) {
  const box = page.locator('[role=textbox][contenteditable=true]').first();
  const answers = page.locator('.fai-OutputCard, .fui-Card');
  /** How many answers there were before the last thing typed: what is expected comes after them. */
  let before = 0;

  async function send(text: string): Promise<void> {
    before = await answers.count();
    await page.keyboard.insertText(text);
    await postButton(page)
      .or(page.getByRole('button', { name: 'Send Message' }))
      .first()
      .click();
  }
  async function newAnswers(): Promise<string[]> {
    const texts = await answers.allTextContents();
    // In a channel, the first of them is the box that one posts from.
    return (await postButton(page).isVisible()) ? texts.slice(0, texts.length - before + 1) : texts.slice(before);
  }
  return {
    /** Opens a chat or channel by what the list calls it, like `Personal Chat` or `Demo Maths Hub - Hub leads`. */
    async openChat(name: string) {
      await page.getByRole('treeitem', { name }).click();
      before = 0;
    },
    /** Types something to the bot in the personal chat. */
    async say(text: string) {
      await box.click();
      await send(text);
    },
    /** Types something where the bot hears only what mentions it: a channel, a group chat. */
    async mention(text: string) {
      await box.click();
      await page.keyboard.type('@');
      await page.getByRole('menuitem', { name: botName }).click();
      await send(` ${text}`);
    },
    /** Waits until the bot has said this, in words or in a card, since the last thing that was typed. */
    async expectText(text: string) {
      const deadline = Date.now() + patienceMs;
      while (!(await newAnswers()).some((answer) => answer.includes(text))) {
        if (Date.now() > deadline) throw new Error(`No “${text}” in:\n${(await newAnswers()).join('\n')}`);
        await wait(50);
      }
    },
    /** What the bot has said that looks like this, since the last thing that was typed. */
    async textLike(pattern: RegExp): Promise<string> {
      const [found] = (await newAnswers()).flatMap((answer) => pattern.exec(answer) ?? []);
      if (found === undefined) throw new Error(`Nothing like ${pattern}`);
      return found;
    },
  };
}
