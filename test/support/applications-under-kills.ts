import { setTimeout as wait } from 'node:timers/promises';
import { applicationIdOf, applicationRecord } from '../../services/applications/application.ts';
import type { ApplicationEvent } from '../../services/applications/states.ts';
import { movements } from './application-moves.ts';
import { demoPerson } from './bot.ts';
import { clientOf, startMovingProcess } from './bot-process.ts';
import type { Asked } from './moving-bot.ts';
import { askOnce } from './moving-client.ts';
import { openHubs } from './open-hubs.ts';
import { setQuota } from './quota.ts';
import { wrongOnceSettled } from './settled.ts';
import { envOf, homeOf } from './store-homes.ts';

type Event = 'submit' | 'move-hub' | ApplicationEvent;

/** What becomes of applications here, in turns. */
const lives: Event[][] = [
  ['submit', 'endorse', 'offer', 'accept'],
  ['submit', 'endorse', 'offer', 'turn-down'],
  ['submit', 'move-hub', 'endorse', 'put-on-reserve', 'offer', 'accept', 'withdraw'],
  ['submit', 'edit', 'endorse', 'ask-for-more', 'send-more', 'decline'],
  ['submit', 'endorse', 'withdraw'],
  ['submit', 'endorse', 'move-hub', 'offer', 'pass-on'],
];
const applicantsDo: Event[] = ['edit', 'send-more', 'accept', 'turn-down', 'withdraw'];

/** Somebody whose application goes its way, and how far they have been told that it has come. */
type Life = { name: string; events: Event[]; told: number; applicationId: string; hubId: string };

/**
 * Applications go their ways while the bot is killed, `kills` times, each time at a random moment. Whoever is cut off
 * presses the same again on the next bot. Gives back what is wrong in the end: nothing, if all is well.
 */
export async function applyUnderKills(kind: 'sqlite' | 'cosmos', kills: number) {
  const home = await homeOf(kind);
  const all: Life[] = [];
  let cutOff = 0;
  try {
    for (let round = 0; round <= kills; round++) {
      const bot = await startMovingProcess(envOf(home));
      if (round === 0) await openGlow(bot.url);
      if (round === 0) for (const hubId of ['demo', 'glow']) await setQuota(await home.open(), 1000, hubId);
      if (round < kills) all.push(...lives.map((events, n) => born(`Teacher ${round}-${n}`, events)));
      const lived = Promise.all(all.map((life) => (round < kills ? live(bot.moves, life) : liveOn(bot.moves, life))));
      if (round < kills) {
        await wait(Math.random() * 1500);
        bot.child.kill('SIGKILL');
      }
      cutOff += (await lived).filter((done) => !done).length;
      if (round < kills) {
        await bot.ended;
        continue;
      }
      const problems = await wrongIn(home, all);
      bot.child.kill('SIGTERM');
      await bot.ended;
      return { problems, cutOff, lives: all.length };
    }
    throw new Error('never');
  } finally {
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

/** Where nobody kills the bot any more: whoever is cut off because the store takes too long presses again. */
async function liveOn(moves: string, life: Life): Promise<boolean> {
  for (let tries = 1; !(await live(moves, life)); tries++) {
    if (tries === 100) return false;
    await wait(100);
  }
  return true;
}

/** Lives on from where somebody was told they are. False when they were cut off. */
async function live(moves: string, life: Life): Promise<boolean> {
  for (;;) {
    const event = life.events[life.told];
    if (!event) return true;
    const answered = await askOnce(moves, askedBy(life, event));
    if (!answered) return false;
    switch (answered.kind) {
      case 'submitted':
        life.applicationId = answered.id ?? '';
        life.told += 1;
        break;
      case 'moved':
        if (event === 'move-hub') life.hubId = 'glow';
        life.told += 1;
        break;
      case 'denied':
      case 'nothing-here':
        // It is still on its way to the hub.
        await wait(50);
        break;
      default:
        throw new Error(`${life.name} could not ${event}: ${answered.kind}`);
    }
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
async function wrongIn(home: Awaited<ReturnType<typeof homeOf>>, all: Life[]): Promise<string[]> {
  const store = await home.open();
  const problems = await wrongOnceSettled(store);
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
