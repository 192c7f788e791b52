import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type Seen, startBot, stopBots, stranger, type TestBot, textOf } from '../support/bot.ts';
import { apply } from '../support/flows.ts';
import { expectAccessible } from './axe.ts';
import { artefacts } from './playground.ts';

type Step = (what: string, act: () => Promise<void>) => Promise<void>;

const phone = { width: 360, height: 740 };
const tess = stranger('Tess Okafor');
const words = 'We have no cover for this in the coming year.';

/** The headteacher's page in a real browser: without JavaScript, by keyboard alone, light and dark, at a phone's width. */
export async function endorse(browser: Browser, step: Step): Promise<void> {
  const bot = await startBot();
  try {
    await apply(bot, tess);
    const first = await link(bot, 'Link for your headteacher');
    await step(
      'axe-core finds nothing wrong with the page, light or dark, nor with what it says of mistakes',
      async () => {
        for (const colorScheme of ['light', 'dark'] as const) await looksRight(browser, first, colorScheme);
      },
    );
    await step('Opened without JavaScript, it leads whoever forgot something to the field', () =>
      forgets(browser, first),
    );
    await step('The headteacher declines, and the link is used up', () => declinesOnce(browser, first));
    const second = await link(bot, 'Make a new link');
    await step('By keyboard alone, the headteacher agrees', () => agreesByKeyboard(browser, second));
    await step('The application is with the hub', async () => {
      const [application] = await bot.records('hub:demo', 'application');
      if (application?.state !== 'with-hub') throw new Error(`it is ${String(application?.state)}`);
    });
  } finally {
    await stopBots();
  }
}

/** The address on the link's card, or on that of a new one. */
async function link(bot: TestBot, title: string): Promise<string> {
  const card: Seen = await bot.execute(tess, 'card', 'application.link', {});
  const seen = title === 'Make a new link' ? await bot.press(tess, card, title) : card;
  const [address = ''] = /http\S+\/endorse\/[\w.-]+/.exec(textOf(seen)) ?? [];
  return bot.url + new URL(address).pathname;
}

/** Opens a page that must need nothing but itself, and that no policy of its own stands in the way of. */
async function openPage(browser: Browser, url: string, how: BrowserContextOptions, act: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ viewport: phone, ...how });
  const page = await context.newPage();
  const faults: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => faults.push(message.text()));
  page.on('request', (request) => asked.push(request.url()));
  try {
    await page.goto(url);
    await act(page);
    const refusals = faults.filter((fault) => fault.includes('Security Policy') || fault.includes('Refused'));
    if (refusals.length > 0) throw new Error(refusals.join('\n'));
    const others = asked.filter((address) => address !== url);
    if (others.length > 0) throw new Error(`the page asked for ${others.join(', ')}`);
  } finally {
    await context.close();
  }
}

const shot = (page: Page, name: string) =>
  page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, artefacts)), fullPage: true });

async function looksRight(browser: Browser, url: string, colorScheme: 'light' | 'dark'): Promise<void> {
  await openPage(browser, url, { colorScheme }, async (page) => {
    await expectAccessible(page);
    await shot(page, `endorse-1-form-${colorScheme}`);
    await page.getByRole('button', { name: 'Send my answer' }).click();
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
    await shot(page, `endorse-2-mistakes-${colorScheme}`);
    await page.setViewportSize({ width: 320, height: 640 });
    const wide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
    if (wide) throw new Error('the page must be scrolled sideways at 320 pixels');
  });
}

const noScript = { javaScriptEnabled: false };

async function forgets(browser: Browser, url: string): Promise<void> {
  await openPage(browser, url, noScript, async (page) => {
    await page.getByLabel('Your name').fill('Dr Amara Lowe');
    await page.getByRole('button', { name: 'Send my answer' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Enter your role' }).click();
    await page.keyboard.type('Headteacher');
    const typed = [await page.getByLabel('Your name').inputValue(), await page.getByLabel('Your role').inputValue()];
    if (typed.join() !== 'Dr Amara Lowe,Headteacher') throw new Error(`the fields hold ${typed.join()}`);
  });
}

async function declinesOnce(browser: Browser, url: string): Promise<void> {
  await openPage(browser, url, noScript, async (page) => {
    await page.getByLabel('No, we do not agree').check();
    await page.getByLabel('Your name').fill('Dr Amara Lowe');
    await page.getByLabel('Your role').fill('Headteacher');
    await page.getByLabel('If not: a few words').fill(words);
    await page.getByRole('button', { name: 'Send my answer' }).click();
    await page.getByRole('heading', { name: 'Your school does not support this application' }).waitFor();
  });
  await openPage(browser, url, {}, async (page) => {
    await page.getByRole('heading', { name: 'This has been answered' }).waitFor();
    await expectAccessible(page);
    await shot(page, 'endorse-3-answered');
  });
}

async function agreesByKeyboard(browser: Browser, url: string): Promise<void> {
  await openPage(browser, url, { ...noScript, colorScheme: 'dark' }, async (page) => {
    const press = (key: string) => page.keyboard.press(key);
    await press('Tab');
    await press('Space');
    await press('Tab');
    await page.keyboard.type('Dr Amara Lowe');
    await press('Tab');
    await page.keyboard.type('Headteacher');
    await press('Tab');
    await press('Tab');
    await press('Enter');
    await page.getByRole('heading', { name: 'Your school supports this application' }).waitFor();
    await shot(page, 'endorse-4-thanks-dark');
  });
}
