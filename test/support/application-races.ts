import { setTimeout as wait } from 'node:timers/promises';
import { messageRecord } from '../../services/delivery/outbox.ts';
import type { Store } from '../../services/store/store.ts';
import { demoPerson } from './bot.ts';
import { type Client, clientOf, startProcess } from './bot-process.ts';
import { setQuota } from './quota.ts';
import { wrongOnceSent } from './settled.ts';
import { type cosmosHome, envOf, homeOf } from './store-homes.ts';
import { conversationOf, type StoredApplication, storeApplications } from './stored-applications.ts';
import { startTeams } from './teams.ts';

type Race = { clicks: number; places: number; processes: number };
const helen = demoPerson('Helen');

/**
 * Leads offer places at the same moment, on several bots that share one store: two clicks for every application, each
 * third of them sent twice. Gives back what they were told, and what the store and Teams hold in the end.
 */
export async function raceForPlaces(kind: 'sqlite' | 'cosmos', { clicks, places, processes }: Race) {
  const teams = await startTeams();
  const home = await homeOf(kind);
  const bots = [await startProcess(envOf(home))];
  try {
    const others = Array.from({ length: processes - 1 }, () => startProcess(envOf(home)));
    bots.push(...(await Promise.all(others)));
    const store = await home.open();
    await setQuota(store, places);
    const count = Math.ceil(clicks / 2);
    const applications = await storeApplications(store, { hubId: 'demo', count, serviceUrl: teams.url });
    const calm = 'server' in home ? disturb(home.server) : () => {};
    const clients = bots.map(({ url }) => clientOf(url, teams.url));
    const answers = await Promise.all(Array.from({ length: clicks }, (_, n) => click(clients, applications, n)));
    calm();
    const problems = await wrongOnceSent(store);
    const told = applications.map(({ personId }) => teams.sent(conversationOf(personId)).length);
    return { answers: answers.flat(), problems, told, ...(await inStore(store, applications)) };
  } finally {
    for (const { child } of bots) child.kill('SIGTERM');
    await Promise.all(bots.map(({ ended }) => ended));
    await home.close();
    await teams.close();
  }
}

/**
 * Answers that so many requests get instead of their own, until the function is called that it gives back: a message
 * whose sender loses the store waits for its lease each time, so what must be sent in the end needs an end to this.
 */
function disturb({ inject }: Awaited<ReturnType<typeof cosmosHome>>['server']): () => void {
  let disturbed = true;
  const oneIn = (n: number) => () => disturbed && Math.random() < 1 / n;
  inject({ times: 400, match: oneIn(10), status: 429, retryAfterMs: 5 });
  inject({ times: 50, match: (seen) => seen.kind === 'batch' && oneIn(12)(), innerStatus: 429, retryAfterMs: 5 });
  inject({ times: 40, match: (seen) => seen.kind === 'batch' && oneIn(15)(), destroy: 'after' });
  inject({ times: 40, match: oneIn(30), destroy: 'before' });
  return () => {
    disturbed = false;
  };
}

/** A lead presses “Offer the place now” on the card of an applicant who is with the hub. */
async function click(clients: Client[], applications: StoredApplication[], n: number) {
  const { applicationId } = applications[n % applications.length] ?? { applicationId: '' };
  const press = { op: `click-${n}`, hubId: 'demo', applicationId, seen: 2, event: 'offer' };
  const sent = Array.from({ length: n % 3 === 0 ? 2 : 1 }, (_, again) => clients[(n + again) % clients.length]);
  const kinds = await Promise.all(sent.map((client) => (client ? answerTo(client, press) : 'nobody')));
  return kinds.map((kind) => ({ click: n, applicationId, kind }));
}

/** What the card says that comes back. */
const said: Record<string, string> = {
  moved: 'The place is offered',
  full: 'Put them on reserve, or wait until a place becomes free.',
  'not-now': 'This changed while you were looking',
};

/** What a press comes to. One that takes too long is pressed again, as the bot asks. */
async function answerTo(client: Client, press: object): Promise<string> {
  for (let tries = 0; tries < 40; tries++) {
    const card = await client.press(helen, 'decisions.make', press).catch(() => undefined);
    const text = JSON.stringify(card ?? '');
    const found = Object.entries(said).find(([, words]) => text.includes(words));
    if (found) return found[0];
    if (card && !text.includes('taking longer')) throw new Error(text);
    await wait(20 * tries);
  }
  throw new Error('the bot never answered');
}

/** What came of it: the offers in the applications, in the audit trail and in the outbox. */
async function inStore(store: Store, applications: StoredApplication[]) {
  const all = async (type: string) => (await store.find({ type }, 100_000)).map(({ record }) => record);
  const states = new Map((await all('application')).map(({ id, state }) => [id, state]));
  const messages = (await all('message')).map(messageRecord.parse);
  const news = messages.filter(({ content }) => content.kind === 'application-news' && content.news === 'offered');
  const [places] = await all('places');
  return {
    offered: applications
      .map(({ applicationId }) => applicationId)
      .filter((id) => states.get(`application:${id}`) === 'offered'),
    audited: (await all('audit'))
      .filter(({ event }) => event === 'application-offer')
      .map(({ subject }) => String(subject).slice('application:'.length)),
    messages: news.map(({ state, mayHaveArrived, person }) => ({ state, mayHaveArrived, person })),
    places: places?.counts,
  };
}
