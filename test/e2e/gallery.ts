import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { startCardServer } from '../../bot/cli/card-server.ts';
import { expectAccessible } from './axe.ts';
import { artefacts } from './playground.ts';

/** Every card's sample, drawn by the official renderer: light, dark and phone width are shot, and axe-core finds nothing. */
export async function gallery(
  browser: Browser,
  step: (what: string, act: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const server = await startCardServer(0);
  const page = await browser.newPage({ viewport: { width: 1500, height: 1000 } });
  try {
    await step('Every card is drawn in light, dark and phone width', async () => {
      await page.goto(server.url);
      await page.locator('body[data-ready=true]').waitFor();
      await page.screenshot({ path: fileURLToPath(new URL('every-card.png', artefacts)), fullPage: true });
    });
    await step('axe-core finds nothing wrong with any of them', async () => {
      // Each card is shown three times, so its inputs' ids are there three times too: a fault of the page, not of a card.
      await expectAccessible(page, { rules: { 'duplicate-id': { enabled: false } } });
    });
  } finally {
    await page.close();
    server.stop();
  }
}
