import { setTimeout as wait } from 'node:timers/promises';
import { applicationIdOf, applicationRecord } from '../../services/applications/application.ts';
import type { ApplicationEvent } from '../../services/applications/states.ts';
import { leaseMs } from '../../services/delivery/lease.ts';
import type { Store } from '../../services/store/store.ts';
import { movements } from './application-moves.ts';
import { demoPerson } from './bot.ts';
import { clientOf, startMovingProcess } from './bot-process.ts';
import { type Clicked, type Clicks, click } from './clicking-lives.ts';
import type { Asked } from './moving-bot.ts';
import { askOnce } from './moving-client.ts';
import { openHubs } from './open-hubs.ts';
import { setQuota } from './quota.ts';
import { wrongOnceSent, wrongOnceSettled } from './settled.ts';
import { envOf, homeOf } from './store-homes.ts';
import { startTeams } from './teams.ts';

type Event = 'submit' | 'move-hub' | ApplicationEvent;

/** What becomes of applications that are moved past the cards, in turns. */
const movedLives: Event[][] = [
  ['submit', 'endorse', 'offer', 'accept'],
  ['submit', 'endorse', 'offer', 'turn-down'],
  ['submit', 'move-hub', 'endorse', 'put-on-reserve', 'offer', 'accept', 'withdraw'],
  ['submit', 'edit', 'endorse', 'ask-for-more', 'send-more', 'decline'],
  ['submit', 'endorse', 'withdraw'],
  ['submit', 'endorse', 'move-hub', 'offer', 'pass-on'],
];
/** What becomes of those that are moved by pressing what people press. */
const clickedLives: Clicked[][] = [
  ['submit', 'endorse', 'offer', 'accept'],
  ['submit', 'endorse', 'offer', 'turn-down'],
  ['submit', 'endorse', 'put-on-reserve', 'offer', 'accept', 'withdraw'],
  ['submit', 'endorse', 'decline'],
  ['submit', 'endorse', 'withdraw'],
  ['submit', 'withdraw'],
];
const applicantsDo: Event[] = ['edit', 'send-more', 'accept', 'turn-down', 'withdraw'];

/** Somebody whose application goes its way, and how far they have been told that it has come. */
type Life = Clicks & { events: Event[]; told: number; hubId: string };
type Bot = Awaited<ReturnType<typeof startMovingProcess>>;
/** What becomes of applications, and how: does the next of it once, as far as anybody was told. */
type Way = { lives: Event[][]; next(bot: Bot, life: Life, event: Event): Promise<'done' | 'not-yet' | 'cut-off'> };

/**
 * Applications go their ways while the bot is killed, `kills` times, each time at a random moment. Whoever is cut off
 * does the same again on the next bot. Gives back what is wrong in the end: nothing, if all is well.
 */
export const applyUnderKills = (kind: 'sqlite' | 'cosmos', kills: number) =>
  liveUnderKills(kind, kills, { lives: movedLives, next: moveOn }, wrongOnceSettled);

/** The same by what people press: cards of applicants and leads, and the headteacher's page. Also told to all in the end. */
export async function clickUnderKills(kind: 'sqlite' | 'cosmos', kills: number) {
  const teams = await startTeams();
  const next: Way['next'] = async ({ url }, life, event) => {
    try {
      return (await click(url, teams.url, life, event as Clicked)) ? 'done' : 'not-yet';
    } catch (error) {
      if (/fetch failed|terminated|the bot answered/.test(String(error))) return 'cut-off';
      throw error;
    }
  };
  try {
    return await liveUnderKills(kind, kills, { lives: clickedLives, next }, wrongOnceSent);
  } finally {
    await teams.close();
  }
}

async function liveUnderKills(kind: 'sqlite' | 'cosmos', kills: number, way: Way, wrong: typeof wrongOnceSettled) {
  const home = await homeOf(kind);
  const all: Life[] = [];
  let cutOff = 0;
  let running: Bot | undefined;
  try {
    for (let round = 0; round <= kills; round++) {
      // What a killed bot had claimed is free by then, without anybody waiting for it.
      const bot = await startMovingProcess({ ...envOf(home), AHEAD_MS: String(round * leaseMs) });
      running = bot;
      if (round === 0) await openGlow(bot.url);
      if (round === 0) for (const hubId of ['demo', 'glow']) await setQuota(await home.open(), 1000, hubId);
      if (round < kills) all.push(...way.lives.map((events, n) => born(`Teacher ${round}-${n}`, events)));
      const lived = Promise.all(all.map((life) => (round < kills ? live(way, bot, life) : liveOn(way, bot, life))));
      if (round < kills) {
        await wait(Math.random() * 1500);
        bot.child.kill('SIGKILL');
      }
      cutOff += (await lived).filter((done) => !done).length;
      if (round < kills) {
        await bot.ended;
        continue;
      }
      const problems = await wrongIn(await home.open(), all, wrong);
      bot.child.kill('SIGTERM');
      await bot.ended;
      return { problems, cutOff, lives: all.length };
    }
    throw new Error('never');
  } finally {
    running?.child.kill('SIGKILL');
    await home.close();
  }
}

const born = (name: string, events: Event[]): Life => ({ name, events, told: 0, applicationId: '', hubId: 'demo' });

async function openGlow(url: string): Promise<void> {
  await clientOf(url, 'http://127.0.0.1:1/').press(demoPerson('Colin'), 'hubs.import-all', {
    op: 'hubs',
    csv: openHubs('GLOW'),
  });
}

/** Where nobody kills the bot any more: whoever is cut off because the store takes too long does it again. */
async function liveOn(way: Way, bot: Bot, life: Life): Promise<boolean> {
  for (let tries = 1; !(await live(way, bot, life)); tries++) {
    if (tries === 100) return false;
    await wait(100);
  }
  return true;
}

/** Lives on from where somebody was told they are. False when they were cut off. */
async function live(way: Way, bot: Bot, life: Life): Promise<boolean> {
  let waited = 0;
  for (;;) {
    const event = life.events[life.told];
    if (!event) return true;
    const done = await way.next(bot, life, event);
    if (done === 'cut-off') return false;
    if (done === 'done') life.told += 1;
    else if (++waited > longestWait)
      throw new Error(`${life.name} still waits for “${event}”: ${JSON.stringify(life)}`);
    // Ever less often: hundreds who ask all the time leave the bot no time for anything else.
    else await wait(Math.min(50 * waited, 2000));
  }
}

/** In times of asking again. What was claimed by a bot that was killed waits for its lease. */
const longestWait = 150;

async function moveOn({ moves }: Bot, life: Life, event: Event): Promise<'done' | 'not-yet' | 'cut-off'> {
  const answered = await askOnce(moves, askedBy(life, event));
  switch (answered?.kind) {
    case undefined:
      return 'cut-off';
    case 'submitted':
      life.applicationId = answered?.id ?? '';
      return 'done';
    case 'moved':
      if (event === 'move-hub') life.hubId = 'glow';
      return 'done';
    case 'denied':
    case 'nothing-here':
      // It is still on its way to the hub.
      return 'not-yet';
    default:
      throw new Error(`${life.name} could not ${event}: ${answered?.kind}`);
  }
}

function askedBy({ name, applicationId, hubId }: Life, event: Event): Asked {
  if (event === 'submit') return { ask: 'submit', name, hubId };
  if (event === 'move-hub') return { ask: 'move-hub', name, op: `${name}-move`, to: 'glow' };
  const where = { op: `${name}-${event}`, hubId, applicationId };
  const movement = movements[event];
  if (event === 'endorse') return { ask: 'move', by: { who: 'headteacher', link: 1 }, where, movement };
  if (applicantsDo.includes(event)) return { ask: 'move', by: { who: 'applicant', name }, where, movement };
  const lead = { who: 'lead' as const, personId: 'a-lead', hubs: { [hubId]: ['lead' as const] } };
  return { ask: 'move', by: lead, where, movement };
}

/** What is wrong in the end: anything lost, done twice or in another order, and whatever never holds. */
async function wrongIn(store: Store, all: Life[], wrong: typeof wrongOnceSettled): Promise<string[]> {
  const problems = await wrong(store);
  const found = await store.find({ type: applicationRecord.type }, 100_000);
  const applications = new Map(
    found.map(({ record }) => applicationRecord.parse(record)).map((one) => [applicationIdOf(one), one]),
  );
  const lost = all.flatMap(({ name, applicationId, events, hubId }) => {
    const one = applications.get(applicationId);
    const made = one?.steps.map(({ event }) => event).join();
    return made === events.join() && one?.partition === `hub:${hubId}` ? [] : [`${name}: ${made} of ${events.join()}`];
  });
  return [
    ...problems,
    ...lost,
    ...(applications.size === all.length ? [] : [`${applications.size} applications of ${all.length} people`]),
  ];
}
