import { messageRecord } from '../../services/delivery/outbox.ts';
import type { Store } from '../../services/store/store.ts';
import { startMovingProcess } from './bot-process.ts';
import type { Asked } from './moving-bot.ts';
import { ask } from './moving-client.ts';
import { setQuota } from './quota.ts';
import { wrongOnceSent } from './settled.ts';
import { type cosmosHome, envOf, homeOf } from './store-homes.ts';
import { conversationOf, type StoredApplication, storeApplications } from './stored-applications.ts';
import { startTeams } from './teams.ts';

type Race = { clicks: number; places: number; processes: number };
const leads = Array.from({ length: 5 }, (_, n) => `lead-${n}`);

/**
 * Leads offer places at the same moment, on several bots that share one store: two clicks for every application, each
 * third of them sent twice. Gives back what they were told, and what the store and Teams hold in the end.
 */
export async function raceForPlaces(kind: 'sqlite' | 'cosmos', { clicks, places, processes }: Race) {
  const teams = await startTeams();
  const home = await homeOf(kind);
  const bots = [await startMovingProcess(envOf(home))];
  try {
    const others = Array.from({ length: processes - 1 }, () => startMovingProcess(envOf(home)));
    bots.push(...(await Promise.all(others)));
    const store = await home.open();
    await setQuota(store, places);
    const count = Math.ceil(clicks / 2);
    const applications = await storeApplications(store, { hubId: 'demo', count, serviceUrl: teams.url });
    if ('server' in home) disturb(home.server);
    const doors = bots.map(({ moves }) => moves);
    const answers = await Promise.all(Array.from({ length: clicks }, (_, n) => click(doors, applications, n)));
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

/** Answers that this many requests in a hundred get instead of their own, over and over. */
function disturb({ inject }: Awaited<ReturnType<typeof cosmosHome>>['server']): void {
  const oneIn = (n: number) => () => Math.random() < 1 / n;
  inject({ times: 400, match: oneIn(10), status: 429, retryAfterMs: 5 });
  inject({ times: 50, match: (seen) => seen.kind === 'batch' && oneIn(12)(), innerStatus: 429, retryAfterMs: 5 });
  inject({ times: 40, match: (seen) => seen.kind === 'batch' && oneIn(15)(), destroy: 'after' });
  inject({ times: 40, match: oneIn(30), destroy: 'before' });
}

/** A lead offers a place to the applicant whose card they have open. */
async function click(doors: string[], applications: StoredApplication[], n: number) {
  const { applicationId } = applications[n % applications.length] ?? { applicationId: '' };
  const asked: Asked = {
    ask: 'move',
    by: { who: 'lead', personId: leads[n % leads.length] ?? '', hubs: { demo: ['lead'] } },
    where: { op: `click-${n}`, hubId: 'demo', applicationId },
    movement: { event: 'offer', until: '2099-01-01' },
  };
  const sent = Array.from({ length: n % 3 === 0 ? 2 : 1 }, (_, again) => doors[(n + again) % doors.length] ?? '');
  const moved = await Promise.all(sent.map((door) => ask(door, asked)));
  return moved.map(({ kind }) => ({ click: n, applicationId, kind }));
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
