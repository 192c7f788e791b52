import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { refuseTakenPorts } from '../../bot/cli/ports.ts';
import { playgroundPorts } from '../../services/demo/people.ts';
import { apply } from './apply.e2e.ts';
import { ask } from './ask.e2e.ts';
import { launchChromium } from './chromium.ts';
import { endorse } from './endorse.e2e.ts';
import { gallery } from './gallery.ts';
import { people } from './people.e2e.ts';
import { artefacts } from './playground.ts';
import { setUp } from './set-up.e2e.ts';
import { type Stage, setStage } from './stage.ts';

/** Every scenario, in the order they are played, each on data of its own. */
const scenarios: Record<string, (stage: Stage) => Promise<void>> = {
  'A teacher applies, the power goes, and the hub lead sees the application': apply,
  'A question goes to the hub and comes back, and the hub’s answer stays': ask,
  'A coordinator sets up, a lead comes in by code and links a channel': setUp,
  'A lead brings a specialist aboard, who claims their place; a hub is merged': people,
};

const port = process.env.PORT || '3978';
/** `npm run e2e -- hub` plays only the scenarios whose names have that in them. */
const only = process.argv[2] ?? '';
const count = { passed: 0, failed: 0 };

async function playAll(): Promise<void> {
  await refuseTakenPorts([Number(port), ...Object.values(playgroundPorts)]);
  rmSync(artefacts, { recursive: true, force: true });
  const browser = await launchChromium();
  try {
    console.log('Every card');
    await gallery(browser, step).catch(fail);
    console.log('\nA headteacher endorses, on a phone, without JavaScript');
    await endorse(browser, step).catch(fail);
    for (const [name, scenario] of Object.entries(scenarios).filter(([name]) => name.includes(only))) {
      console.log(`\n${name}`);
      await play(scenario, browser);
    }
  } finally {
    await browser.close();
  }
}

async function play(scenario: (stage: Stage) => Promise<void>, browser: Browser): Promise<void> {
  const { stage, ready, players, clear } = setStage(browser, port, step);
  try {
    await step('The bot starts on an empty store', () => ready);
    await scenario(stage);
  } catch (error) {
    fail(error);
    await Promise.all(players.map((player, index) => player.shot(`failed-${index + 1}`)));
  } finally {
    await clear();
  }
}

async function step(what: string, act: () => Promise<void>): Promise<void> {
  await act().catch((error: unknown) => {
    throw new Error(`${what}\n${reasonOf(error)}`);
  });
  count.passed++;
  console.log(`  ok    ${what}`);
}

function fail(error: unknown): void {
  count.failed++;
  console.log(`  FAIL  ${reasonOf(error)}`);
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

await playAll().catch(fail);
console.log(`\n${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed > 0 ? 1 : 0;
