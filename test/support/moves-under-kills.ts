import { setTimeout as wait } from 'node:timers/promises';
import { demoPeople } from '../../services/demo/people.ts';
import type { Store } from '../../services/store/store.ts';
import type { TeamsPerson } from './activities.ts';
import { demoPerson, stranger } from './bot.ts';
import { type Client, clientOf, startProcess } from './bot-process.ts';
import { fillInWith } from './flows.ts';
import { openHubs } from './open-hubs.ts';
import { wrongOnceSettled } from './settled.ts';
import { envOf, homeOf } from './store-homes.ts';
import { startTeams } from './teams.ts';

type World = {
  /** Where the bot keeps its records, as its environment says. */
  env: Record<string, string>;
  serviceUrl: string;
  /** The same records, for looking at while the bot is down. */
  open: () => Promise<Store>;
};

/** One press, and what must be true in the end for whoever it concerns. */
type Step = { who: TeamsPerson; verb: string; data: object };

const colin = demoPerson('Colin');
const specialists = demoPeople.filter(({ role }) => role === 'specialist');
const hubs = ['demo', 'glow', 'solent'];

/** `moveUnderKills` in a new store of this kind. */
export async function moveUnderKillsIn(kind: 'sqlite' | 'cosmos', kills: number) {
  const teams = await startTeams();
  const home = await homeOf(kind);
  try {
    return await moveUnderKills({ env: envOf(home), serviceUrl: teams.url, open: () => home.open() }, kills);
  } finally {
    await home.close();
    await teams.close();
  }
}

/**
 * Merges people, moves people and merges hubs while the bot is killed, `kills` times, each time at a random moment. Then
 * every press that was cut off is pressed again. Gives back what is wrong in the end: nothing, if all is well.
 */
async function moveUnderKills({ env, serviceUrl, open }: World, kills: number) {
  const again: Step[] = [];
  const expected = new Map<TeamsPerson, string>();
  let done = 0;
  for (let round = 0; round < kills; round++) {
    const bot = await startProcess(env);
    const client = clientOf(bot.url, serviceUrl);
    if (round === 0) await client.press(colin, 'hubs.import-all', { op: 'hubs', csv: openHubs('GLOW', 'Solent') });
    const steps = [
      ...(await merges(client, round, expected)),
      ...(await ownMoves(client, round, expected)),
      ...(await hubMerge(client, round, expected)),
      ...specialistMoves(round),
    ];
    const presses = steps.map(async (step) => {
      const ok = await client.press(step.who, step.verb, step.data).then(
        () => true,
        () => false,
      );
      if (ok) done++;
      else again.push(step);
    });
    await wait(Math.random() * 300);
    bot.child.kill('SIGKILL');
    await Promise.all([...presses, bot.ended]);
  }
  const problems = await finish({ env, serviceUrl, open }, again, expected);
  return { done, cutOff: again.length, problems };
}

async function finish({ env, serviceUrl, open }: World, again: Step[], expected: Map<TeamsPerson, string>) {
  const bot = await startProcess(env);
  const client = clientOf(bot.url, serviceUrl);
  for (const { who, verb, data } of again) await client.press(who, verb, data);
  const seen = await settled(open);
  const problems = [...seen];
  for (const [who, hub] of expected) {
    const text = JSON.stringify(await client.press(who, 'application.show', {}));
    if (!text.includes(`leads of ${hub} see this`)) problems.push(`${who.name} is not with ${hub}`);
  }
  bot.child.kill('SIGTERM');
  await bot.ended;
  return problems;
}

async function settled(open: World['open']): Promise<string[]> {
  const store = await open();
  try {
    return await wrongOnceSettled(store);
  } finally {
    await store.close();
  }
}

async function applied(client: Client, name: string, hub: string): Promise<TeamsPerson> {
  const who = stranger(name);
  await client.press(who, 'application.submit', await fillInWith(client, who, { hub }));
  return who;
}

/** Two people who both applied become one, by the code of the one sent by the other. */
function merges(client: Client, round: number, expected: Map<TeamsPerson, string>): Promise<Step[]> {
  return Promise.all(
    [0, 1, 2].map(async (n): Promise<Step> => {
      const into = await applied(client, `Into ${round}-${n}`, 'demo');
      const from = await applied(client, `From ${round}-${n}`, 'glow');
      const card = JSON.stringify(await client.press(into, 'accounts.code', { op: `code-${round}-${n}` }));
      const [code] = /\w{4}-\w{4}-\w{4}/.exec(card) ?? [];
      for (const who of [into, from]) expected.set(who, n === 0 ? 'Demo Maths Hub' : 'GLOW');
      return {
        who: from,
        verb: 'accounts.join',
        data: { code: code?.replaceAll('-', ''), keep: n === 0 ? 'into' : 'from' },
      };
    }),
  );
}

function ownMoves(client: Client, round: number, expected: Map<TeamsPerson, string>): Promise<Step[]> {
  return Promise.all(
    [0, 1].map(async (n): Promise<Step> => {
      const who = await applied(client, `Mover ${round}-${n}`, 'demo');
      expected.set(who, 'GLOW');
      return { who, verb: 'application.move', data: { op: `move-${round}-${n}`, cohort: '10', to: 'glow' } };
    }),
  );
}

/** A hub with applications, one of which moves into it at that moment, is merged into another. */
async function hubMerge(client: Client, round: number, expected: Map<TeamsPerson, string>): Promise<Step[]> {
  const hubId = `temp-${round}`;
  await client.press(colin, 'hubs.import-all', { op: hubId, csv: openHubs(`Temp ${round}`) });
  for (const n of [0, 1]) expected.set(await applied(client, `Temp ${round}-${n}`, hubId), 'Solent');
  const late = await applied(client, `Late ${round}`, 'demo');
  return [
    { who: colin, verb: 'hubs.end-now', data: { op: `end-${round}`, hubId, into: 'solent' } },
    { who: late, verb: 'application.move', data: { op: `late-${round}`, cohort: '10', to: hubId } },
  ];
}

/** Two of the demo's specialists go on to the next hub; where they are not any more, nothing happens. */
function specialistMoves(round: number): Step[] {
  return [0, 1].map((n) => {
    const personId = specialists[(round + n) % specialists.length]?.objectId;
    const at = Math.floor((round + n) / specialists.length) % hubs.length;
    const data = { op: `pass-${round}-${n}`, hubId: hubs[at], personId, to: hubs[(at + 1) % hubs.length] };
    return { who: colin, verb: 'people.move', data };
  });
}
