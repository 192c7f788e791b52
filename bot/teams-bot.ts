import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { notice } from '../cards/notice.ts';
import type { Deps } from '../services/deps.ts';
import { seeChannel } from '../services/people/channels.ts';
import { type Account, welcome } from '../services/people/person.ts';
import { admissionOf, programme } from '../services/people/programme.ts';
import type { Understanding } from '../services/questions/engine/understanding.ts';
import { withDeadline } from '../services/store/deadline.ts';
import { StoreUnavailable } from '../services/store/store.ts';
import { dispatch } from './actions/index.ts';
import { takeFiles } from './actions/people-import.ts';
import {
  type Click,
  channelOf,
  clickIn,
  filesIn,
  type Inbound,
  type Typeahead,
  textIn,
  typeaheadIn,
} from './activity.ts';
import { accountName, accountOf, actorFor } from './actor.ts';
import { type ChannelEvent, channelEventIn, takeIn } from './channel-event.ts';
import { answerText } from './commands/index.ts';
import type { Config } from './config.ts';
import type { DownloadFile } from './downloads.ts';
import type { Replies } from './replies.ts';
import type { Reply, Turn } from './turn.ts';
import { choicesBody, choicesFor } from './typeahead.ts';

/** How long the store may take in one turn, all calls together: Teams gives up on a click after five seconds. */
const storeMs = 2000;

type BotDeps = {
  deps: Deps;
  replies: Replies;
  roster: (activity: Inbound) => ReturnType<Turn['roster']>;
  download: DownloadFile;
  engine: Understanding;
  config: Pick<Config, 'firstTenants' | 'coordinators' | 'contact' | 'publicUrl'>;
  log: Logger;
};

export type TeamsBot = {
  onActivity: (activity: Inbound) => Promise<object | undefined>;
  /** Resolves when nothing is left to be done after a turn. */
  settled: () => Promise<void>;
};

/**
 * What the bot does with an activity. The only place that catches the unexpected: the person gets a plain sentence
 * with a reference, the log gets the error under the same reference. Gives back the body of the answer to an invoke.
 */
export function createTeamsBot(bot: BotDeps): TeamsBot {
  /** What turns left to be done after their replies, still under way. */
  const later = new Set<Promise<unknown>>();

  async function onActivity(activity: Inbound): Promise<object | undefined> {
    const ref = randomUUID().slice(0, 8).toUpperCase();
    const log = bot.log.child({ ref });
    const started = performance.now();
    const event = eventOf(activity);
    if (event.kind === 'none') return undefined;
    if (event.kind === 'typeahead') {
      const choices = await suggest(bot, activity, event.typeahead).catch((error: unknown) => {
        log.error({ err: error }, 'search failed');
        return [];
      });
      log.info({ event: event.kind, ms: Math.round(performance.now() - started) }, 'turn');
      return choicesBody(choices);
    }
    const left: Parameters<Turn['afterwards']>[0][] = [];
    const reply = await answer(bot, activity, event, (work) => left.push(work)).catch(
      (error: unknown): Reply | undefined => {
        log.error({ err: error }, 'turn failed');
        // Nobody is waiting for an answer to an event.
        if (event.kind === 'installed' || event.kind === 'channel') return undefined;
        return { say: error instanceof StoreUnavailable ? tooSlow(event.kind) : failed(ref) };
      },
    );
    const body = reply && (await deliver(bot.replies, activity, event, reply, log));
    log.info({ event: event.kind, ms: Math.round(performance.now() - started) }, 'turn');
    for (const work of left) {
      const done = work(bot.deps)
        .catch((error: unknown) => log.error({ err: error }, 'what a turn left to do failed'))
        .finally(() => later.delete(done));
      later.add(done);
    }
    return body;
  }
  return {
    onActivity,
    async settled() {
      await Promise.all(later);
    },
  };
}

const tooSlow = (kind: Event['kind']) =>
  `This is taking longer than usual. ${kind === 'click' ? 'Press again' : 'Send it again'}, it will not count twice.`;
const failed = (ref: string) =>
  `Something went wrong on my side, and nothing you sent was lost on yours. Try again in a minute; if it happens again, give your hub this reference: ${ref}.`;

/** What an activity is to the bot. */
type Event =
  | { kind: 'text'; text: string }
  | { kind: 'click'; click: Click }
  | { kind: 'files'; urls: string[] }
  | { kind: 'typeahead'; typeahead: Typeahead }
  | { kind: 'installed' }
  | { kind: 'channel'; what: ChannelEvent }
  | { kind: 'none' };

function eventOf(activity: Inbound): Event {
  const what = channelEventIn(activity);
  if (what) return { kind: 'channel', what };
  switch (activity.type) {
    case 'message':
    case 'invoke': {
      const click = clickIn(activity);
      if (click) return { kind: 'click', click };
      const typeahead = typeaheadIn(activity);
      if (typeahead) return { kind: 'typeahead', typeahead };
      const urls = filesIn(activity);
      if (urls.length > 0) return { kind: 'files', urls };
      return activity.type === 'message' ? { kind: 'text', text: textIn(activity) } : { kind: 'none' };
    }
    case 'installationUpdate':
      return activity.action?.startsWith('add') ? { kind: 'installed' } : { kind: 'none' };
    case 'conversationUpdate':
      return activity.membersAdded?.some(({ id }) => id === activity.recipient.id)
        ? { kind: 'installed' }
        : { kind: 'none' };
    default:
      return { kind: 'none' };
  }
}

async function answer(
  bot: BotDeps,
  activity: Inbound,
  event: Exclude<Event, { kind: 'none' | 'typeahead' }>,
  afterwards: Turn['afterwards'],
): Promise<Reply | undefined> {
  if (event.kind === 'channel') {
    // Nobody waits for it and it may not come again: it may take its time.
    await takeIn(bot.deps, event.what);
    return undefined;
  }
  const inTime = () => ({ ...bot.deps, store: withDeadline(bot.deps.store, storeMs) });
  const deps = inTime();
  const channel = channelOf(activity);
  const installed = event.kind === 'installed';
  const account = accountOf(activity);
  if (!account) return installed ? undefined : { say: nobody };
  const { settings, coordinator, admission } = await admitted(bot, deps, account);
  if (admission !== 'admitted') return installed ? undefined : { card: keptOut[admission](bot.config.contact) };
  if (channel) await seeChannel(deps, channel);
  const { actor, awaits } = await actorFor(deps, activity, account, coordinator);
  const turn: Turn = {
    actor,
    awaits,
    account,
    place: placeOf(activity),
    channel,
    roster: () => bot.roster(activity),
    programme: settings,
    publicUrl: bot.config.publicUrl,
    deps,
    fresh: inTime,
    engine: bot.engine,
    afterwards,
  };
  switch (event.kind) {
    case 'installed':
      if (turn.place === 'personal') await welcome(deps, actor.personId, account.tenantId);
      return undefined;
    case 'click':
      return dispatch(event.click.verb, event.click.data, turn);
    case 'files':
      return takeFiles(turn, event.urls, bot.download);
    case 'text':
      return answerText(event.text, turn);
  }
}

/** What is found for somebody who types into a field of a card: nothing, where their organisation is not let in. */
async function suggest(bot: BotDeps, activity: Inbound, typeahead: Typeahead): ReturnType<typeof choicesFor> {
  const deps = { ...bot.deps, store: withDeadline(bot.deps.store, storeMs) };
  const account = accountOf(activity);
  if (!account || (await admitted(bot, deps, account)).admission !== 'admitted') return [];
  return choicesFor(deps, typeahead);
}

/** Whether this account may use the bot. A coordinator's always may. */
async function admitted({ config }: BotDeps, deps: Deps, account: Account) {
  const settings = await programme(deps, config.firstTenants);
  const coordinator = config.coordinators.has(accountName(account));
  return { settings, coordinator, admission: coordinator ? 'admitted' : admissionOf(settings, account.tenantId) };
}

const nobody =
  'Teams does not tell me who you are here, so I cannot help. Open a chat with me from your school account and ask again.';
/** What people hear whose organisation is not let in, and why. */
const keptOut = {
  'not-added': (contact: string) =>
    notice({
      headline: 'Your organisation has not been added to this bot yet',
      text: `Nothing you typed was kept. To reach a person about the programme, contact ${contact}.`,
    }),
  removed: (contact: string) =>
    notice({
      headline: 'Your organisation has been taken off the list of those who may use this bot',
      text: `Nothing you typed was kept. To ask why, or to reach a person about the programme, contact ${contact}.`,
    }),
};

function placeOf({ conversation }: Inbound): Turn['place'] {
  if (conversation.conversationType === 'personal') return 'personal';
  return conversation.conversationType === 'channel' ? 'channel' : 'group';
}

/** Shows the reply. Gives back the body of the answer where the activity was an invoke. */
async function deliver(
  replies: Replies,
  activity: Inbound,
  event: Event,
  reply: Reply,
  log: Logger,
): Promise<object | undefined> {
  if (activity.type === 'invoke' && event.kind === 'click') {
    if (!event.click.automatic && 'card' in reply) replies.replaceLater(activity, reply.card, log);
    return replies.invokeBody(reply);
  }
  await (event.kind === 'click' ? replies.replace(activity, reply, log) : replies.answer(activity, reply, log));
  return undefined;
}
