import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { createApp } from '../../bot/app.ts';
import { type Config, readConfig } from '../../bot/config.ts';
import type { Card } from '../../cards/card.ts';
import type { Clock } from '../../services/clock.ts';
import { loadDemo } from '../../services/demo/load.ts';
import { type DemoPerson, demoPeople, demoTeam, demoTenantId } from '../../services/demo/people.ts';
import { openSqlite } from '../../services/store/sqlite.ts';
import type { Store } from '../../services/store/store.ts';
import { activitiesFrom, type InboundActivity, type Place, type TeamsPerson } from './activities.ts';
import { engine } from './engine.ts';
import { type Posted, startTeams } from './teams.ts';

/** What a person sees after something they did: a card or a sentence, and the message it stands in. */
export type Seen = { card?: Card; text?: string; id: string; conversationId: string };

/** Monday 2 March 2026, 10 am in England: half way through the demo hub's window. */
const someMonday = new Date('2026-03-02T10:00:00Z');

type Setup = {
  /** The time it is, for the bot; moves only when told to. */
  now?: Date;
  demo?: boolean;
  env?: Record<string, string>;
  /** Another store than a new embedded one. */
  store?: (clock: Clock) => Promise<Store>;
  dir?: string;
};

export type TestBot = Awaited<ReturnType<typeof startBot>>;

/** The whole bot over HTTP, with a stand-in for Teams at the other end. Closed by `afterEach` through `stopBots`. */
export async function startBot({ now = someMonday, demo = true, env = {}, store: open, dir }: Setup = {}) {
  const teams = await startTeams();
  const logged: string[] = [];
  const time = { now };
  const clock: Clock = { now: () => time.now };
  const home = dir ?? (await mkdtemp(path.join(os.tmpdir(), 'bot-')));
  const store = await (open ? open(clock) : openSqlite({ dir: home, now: clock.now }));
  const app = createApp({
    config: configFrom(env),
    store,
    clock,
    engine,
    log: pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) }),
  });
  if (demo) await loadDemo(app.deps, teams.url);
  const url = `http://127.0.0.1:${await app.listen()}`;
  const from = activitiesFrom(teams.url);

  async function post(activity: unknown): Promise<{ status: number; body: string }> {
    const body = typeof activity === 'string' ? activity : JSON.stringify(activity);
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}/api/messages`, { method: 'POST', headers, body });
    return { status: response.status, body: await response.text() };
  }

  /** Posts an activity and gives back what the bot then wrote in its conversation, last. */
  async function tell(activity: InboundActivity): Promise<Seen> {
    const before = teams.sent().length;
    const updatesBefore = teams.updates.length;
    const { status, body } = await post(activity);
    if (status !== 200) throw new Error(`the bot answered ${status}: ${body}`);
    const isHere = ({ conversationId }: Posted) => conversationId === activity.conversation.id;
    // A card replaced by an earlier click may still be on its way: a new message is the answer where there is one.
    const last = teams.sent().slice(before).findLast(isHere) ?? teams.updates.slice(updatesBefore).findLast(isHere);
    if (!last) throw new Error('the bot wrote nothing');
    return seenIn(last);
  }

  const bot = {
    url,
    teams,
    from,
    post,
    store,
    /** What the bot has logged, a line each. */
    logged,
    deps: app.deps,
    dir: home,
    setNow: (instant: Date) => {
      time.now = instant;
    },
    tell,
    say: (who: TeamsPerson, text: string, where?: Place) => tell(from.message(who, text, where)),
    /** Presses the button with this title as a Universal Action, with the form filled in. */
    async press(who: TeamsPerson, on: Seen, title: string, typed: object = {}, where?: Place): Promise<Seen> {
      const { verb, data } = buttonOn(on, title);
      return bot.execute(who, on.id, verb, { ...data, ...typed }, where);
    },
    /** The same press as a client without Universal Actions sends it. */
    pressOld(who: TeamsPerson, on: Seen, title: string, typed: object = {}, where?: Place): Promise<Seen> {
      const { fallback } = buttonOn(on, title);
      return tell(from.submit(who, on.id, { ...fallback.data, ...typed }, where));
    },
    async execute(who: TeamsPerson, on: string, verb: string, data: object, where?: Place): Promise<Seen> {
      const activity = from.execute(who, on, { verb, data }, where);
      const { status, body } = await post(activity);
      if (status !== 200) throw new Error(`the bot answered ${status}: ${body}`);
      const { type, value } = JSON.parse(body);
      const seen = { id: on, conversationId: activity.conversation.id };
      return type.endsWith('card.adaptive') ? { ...seen, card: value } : { ...seen, text: value };
    },
    records: async (partition: string, type: string) =>
      (await store.list(partition, type, { limit: 1000 })).map(({ record }) => record),
    deliver: app.deliver,
    /** Resolves when nothing is left to be done after a turn. */
    settled: app.settled,
    runSchedule: app.runSchedule,
    async stop(): Promise<void> {
      await app.stop();
      await teams.close();
      if (!dir) await rm(home, { recursive: true, force: true });
    },
  };
  running.push(bot);
  return bot;
}

const running: { stop(): Promise<void> }[] = [];

/** Stops every bot a test started. */
export async function stopBots(): Promise<void> {
  for (const bot of running.splice(0)) await bot.stop();
}

function configFrom(env: Record<string, string>): Config {
  const read = readConfig({ PORT: '0', DEMO: '1', ...env }, { local: true });
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  return read.config;
}

/** Somebody of the demo, in Teams. */
export function demoPerson(name: string): TeamsPerson {
  const person = demoPeople.find((one: DemoPerson) => one.name.startsWith(name));
  if (!person) throw new Error(`nobody called ${name} in the demo`);
  return { id: `29:${person.objectId}`, name: person.name, aadObjectId: person.objectId, tenantId: demoTenantId };
}

/** The demo hub's leads' channel. */
export const leadsChannelId = demoTeam.leadsChannel.conversationId;

/** Somebody the bot has never met, in the demo's tenant. */
export const stranger = (name: string): TeamsPerson => ({
  id: `29:${name}`,
  name,
  aadObjectId: `stranger-${name.toLowerCase().replace(/\W+/g, '-')}`,
  tenantId: demoTenantId,
});

function seenIn(posted: Posted): Seen {
  const { id, conversationId, text, attachments } = posted as Posted & {
    text?: string;
    attachments?: { content: Card }[];
  };
  const card = attachments?.[0]?.content;
  return { id, conversationId, ...(text !== undefined && { text }), ...(card && { card }) };
}

type CardButton = { title: string; verb: string; data: object; fallback: { data: object } };

/** Every button on a card, wherever it stands. */
export function buttonsOn(card: unknown): CardButton[] {
  if (Array.isArray(card)) return card.flatMap(buttonsOn);
  if (typeof card !== 'object' || card === null) return [];
  const here = isButton(card) ? [card] : [];
  return [
    ...here,
    ...Object.entries(card).flatMap(([key, value]) =>
      key === 'fallback' || key === 'refresh' ? [] : buttonsOn(value),
    ),
  ];
}

const isButton = (node: object): node is CardButton => 'type' in node && node.type === 'Action.Execute';

function buttonOn({ card }: Seen, title: string): CardButton {
  const buttons = buttonsOn(card);
  const found = buttons.find((button) => button.title === title);
  if (!found) throw new Error(`no button “${title}”; there are: ${buttons.map((button) => button.title).join(', ')}`);
  return found;
}

/** All text a person can read on a card or in a sentence, a line a block. */
export function textOf({ card, text }: Seen): string {
  return text ?? textsIn(card).join('\n');
}

function textsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (typeof node !== 'object' || node === null) return [];
  const { text, title, label, value } = node as Record<string, unknown>;
  const own = [label, text, title, 'isRequired' in node ? value : undefined].filter((one) => typeof one === 'string');
  const inside = Object.entries(node).filter(([key]) => !['fallback', 'refresh', 'data'].includes(key));
  return [...own, ...inside.flatMap(([, child]) => textsIn(child))];
}
