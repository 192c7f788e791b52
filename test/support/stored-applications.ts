import {
  type Application,
  applicationRecord,
  openApplicationAt,
  openApplicationRecord,
} from '../../services/applications/application.ts';
import { keeping } from '../../services/applications/keep.ts';
import { noPlaces, placesAt } from '../../services/applications/places.ts';
import type { ApplicationState } from '../../services/applications/states.ts';
import { auditRecord } from '../../services/audit.ts';
import { messageRecord } from '../../services/delivery/outbox.ts';
import { demoTenantId } from '../../services/demo/people.ts';
import { hubPartition } from '../../services/people/hub.ts';
import { identityAt, identityRecord, personAt, personRecord } from '../../services/people/person.ts';
import { read, type StoredFields } from '../../services/store/record.ts';
import type { Change, Store } from '../../services/store/store.ts';
import { goodAnswers } from './applying.ts';

const cohort = '10';
/** So many applications go in one commit: each is up to eight changes. */
const together = 10;
const anything = (record: StoredFields): Change => ({ kind: 'put', record, expect: 'anything' });

/** All of them are puts whatever is there: one that took too long on a busy machine is made again. */
async function commit(store: Store, changes: Change[]): Promise<void> {
  const [first] = changes;
  if (first?.kind !== 'put') return;
  for (let tries = 1; ; tries++) {
    const outcome = await store.commit(first.record.partition, changes);
    if (outcome.kind === 'committed') return;
    if (outcome.kind !== 'unavailable' || tries === 5) throw new Error(outcome.kind);
  }
}

/** Where somebody of these can be reached. */
export const conversationOf = (personId: string) => `a:${personId}`;

type Wanted = {
  hubId: string;
  count: number;
  /** The number of the first, so that more can be added. */
  first?: number;
  state?: Extract<ApplicationState, 'waiting-for-endorsement' | 'with-hub' | 'reserve'>;
  /** Where their chats are. Without it the applicants are nobody the bot has met. */
  serviceUrl?: string;
};
export type StoredApplication = { applicationId: string; personId: string };

/**
 * Puts applications into a store as if they had come in one by one, with all that goes with them: far faster than
 * letting them come.
 */
export async function storeApplications(store: Store, wanted: Wanted): Promise<StoredApplication[]> {
  const { hubId, count, first = 0, serviceUrl } = wanted;
  const made = Array.from({ length: count }, (_, n) => application(wanted, first + n));
  for (let from = 0; from < made.length; from += together) {
    let places = (await read(store, placesAt(hubId, cohort))) ?? noPlaces(hubId, cohort);
    const changes: Change[] = [];
    for (const one of made.slice(from, from + together)) {
      const { write, derive } = keeping(places, undefined, one);
      places = write.at(-1) as typeof places;
      changes.push(...[one, ...derive.put, ...auditOf(one), ...toldOf(one)].map(anything));
    }
    await commit(store, [...changes, anything(places)]);
  }
  if (serviceUrl) for (const one of made) await storePerson(store, hubId, one, serviceUrl);
  return made.map(({ id, person = '' }) => ({ applicationId: id.slice('application:'.length), personId: person }));
}

function application({ hubId, state = 'with-hub' }: Wanted, n: number): Application {
  const at = new Date(Date.parse('2026-03-01T09:00:00Z') + n * 1000).toISOString();
  const person = `applicant-${n}`;
  const submit = { at, by: person, event: 'submit' as const, to: 'waiting-for-endorsement' as const };
  const from = submit.to;
  const endorse = { at, by: 'headteacher', event: 'endorse' as const, from, to: 'with-hub' as const };
  const reserve = { at, by: 'a-lead', event: 'put-on-reserve' as const, from: endorse.to, to: 'reserve' as const };
  const endorsement = { kind: 'endorsed' as const, how: 'by-link' as const, name: 'A Head', role: 'Headteacher', at };
  const stepsTo = {
    'waiting-for-endorsement': [submit],
    'with-hub': [submit, endorse],
    reserve: [submit, endorse, reserve],
  };
  return applicationRecord.make({
    partition: hubPartition(hubId),
    id: `application:${cohort}:${at}:${n}`,
    person,
    cohort,
    tenantId: demoTenantId,
    state,
    submittedAt: at,
    answers: { ...goodAnswers, name: `Applicant ${n}`, school: `School ${n % 40}`, urn: String(100_000 + (n % 40)) },
    schoolFacts: { stateFunded: 'yes', secondary: 'yes' },
    link: { number: 1, until: '2099-01-01T00:00:00.000Z' },
    ...(state !== 'waiting-for-endorsement' && { endorsement }),
    conflicts: [],
    notes: [],
    opinions: [],
    steps: stepsTo[state],
    reminded: [],
  });
}

const auditOf = ({ partition, id, steps }: Application) =>
  steps.map(({ at, by, event, from, to }, n) =>
    auditRecord.make({
      partition,
      id: `audit:${at}:${id}:${n}`,
      at,
      by,
      event: `application-${event}`,
      subject: id,
      ...(from && { from }),
      to,
    }),
  );

/** That it is endorsed, and on reserve, which went out long ago. */
function toldOf({ partition, id, person = '', steps }: Application): StoredFields[] {
  const applicationId = id.slice('application:'.length);
  const about = { kind: 'application-news' as const, hubId: partition.slice('hub:'.length), applicationId };
  return steps.flatMap(({ event, at }, n) => {
    const news = event === 'endorse' ? 'endorsed' : event === 'put-on-reserve' ? 'on-reserve' : undefined;
    if (!news) return [];
    return [
      messageRecord.make({
        partition,
        id: `message:application-news:${applicationId}:${n + 1}`,
        person,
        to: { kind: 'person', personId: person },
        content: { ...about, news },
        state: 'sent',
        attempts: 1,
        mayHaveArrived: false,
        at,
      }),
    ];
  });
}

async function storePerson(store: Store, hubId: string, made: Application, serviceUrl: string): Promise<void> {
  const { person: personId = '', tenantId, submittedAt, answers } = made;
  const account = { tenantId, objectId: personId };
  const { partition, id } = personAt(personId);
  const chat = { serviceUrl, conversationId: conversationOf(personId) };
  const person = {
    partition,
    id,
    person: personId,
    name: answers.name,
    accounts: [{ ...account, chat }],
    memberOf: [],
  };
  const open = openApplicationAt(personId, cohort);
  const applicationId = made.id.slice('application:'.length);
  const pointer = { partition, id: open.id, person: personId, cohort, hubId, applicationId, tenantId, submittedAt };
  await commit(store, [anything(personRecord.make(person)), anything(openApplicationRecord.make(pointer))]);
  const identity = identityAt(account);
  const points = { partition: identity.partition, id: identity.id, person: personId, ...account };
  await commit(store, [anything(identityRecord.make(points))]);
}
