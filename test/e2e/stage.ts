import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type BotProcess, startBot } from '../../bot/cli/bot-process.ts';
import { type Playground, startPlayground } from '../../bot/cli/playground.ts';
import type { DemoRole } from '../../services/demo/people.ts';
import { openPlayground, type Player } from './playground.ts';

/** What a scenario is played on: a bot with an empty store of its own, and a Playground for whoever takes part. */
export type Stage = {
  /** One thing somebody does or sees. A scenario ends with the first step that fails. */
  step(what: string, act: () => Promise<void>): Promise<void>;
  /** Sits somebody down at their Playground. Do so before anything is sent to them: an unopened page forgets it. */
  open(role: DemoRole): Promise<Player>;
  /** Ends the bot as a power cut would, and starts it again on the same data. */
  cutPower(): Promise<void>;
};

/** A stage, with the means to start it, to see what happened on it, and to clear it away. */
export function setStage(browser: Browser, port: string, step: Stage['step']) {
  // Words alone are learnt in seconds; what is played does not depend on meanings.
  const ENCODER = process.env.ENCODER ?? 'off';
  const settings = { PORT: port, DATA_DIR: mkdtempSync(join(tmpdir(), 'e2e-')), ENCODER };
  const playgrounds: Playground[] = [];
  const players: Player[] = [];
  let bot: BotProcess = startBot(settings);

  async function open(role: DemoRole): Promise<Player> {
    const playground = startPlayground(role, bot.url);
    playgrounds.push(playground);
    await playground.ready;
    const player = await openPlayground(browser, playground.url);
    players.push(player);
    return player;
  }

  async function cutPower(): Promise<void> {
    await bot.kill();
    bot = startBot(settings);
    await bot.ready;
  }

  async function clear(): Promise<void> {
    await Promise.all(players.map((player) => player.leave()));
    await Promise.all([bot, ...playgrounds].map((part) => part.stop()));
    rmSync(settings.DATA_DIR, { recursive: true, force: true });
  }

  return { stage: { step, open, cutPower }, ready: bot.ready, players, clear };
}
