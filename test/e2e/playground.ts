import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { cards } from './cards.ts';
import { chats } from './chats.ts';
import { patienceMs } from './patience.ts';

/** Where the screenshots go. */
export const artefacts = new URL('../../artefacts/e2e/', import.meta.url);

/** What one does at a Playground. Where it says card, it is the newest one of the open chat. */
export type Player = Awaited<ReturnType<typeof openPlayground>>;

/** Sits down at a Playground. Opening its page is what installs the bot; opening it again empties the chats. */
export async function openPlayground(browser: Browser, url: string) {
  // Any narrower and the list of chats is folded away.
  const page = await browser.newPage({ viewport: { width: 1300, height: 1000 } });
  page.setDefaultTimeout(patienceMs);
  await page.route(isElsewhere, (route) => route.abort());
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await page.getByRole('button', { name: 'Hide log panel' }).click();
  return { ...chats(page), ...cards(page), shot: (name: string) => shot(page, name), leave: () => page.close() };
}

/** The page asks a content network for fonts and animations: nothing that is missed. */
const isElsewhere = ({ hostname }: URL) => hostname !== '127.0.0.1' && hostname !== 'localhost';

async function shot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, artefacts)) });
}
