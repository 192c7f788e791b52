import { applicationRecord, isOpen, openApplicationRecord } from '../../services/applications/application.ts';
import { linesOf, queueLine, schoolLine, stagedLine } from '../../services/applications/lines.ts';
import { noPlaces, placesRecord, placesWith, takenPlaces } from '../../services/applications/places.ts';
import { auditRecord } from '../../services/audit.ts';
import { ledgerRecord } from '../../services/days/ledger.ts';
import { messageRecord, taskRecord, undeliveredRecord } from '../../services/delivery/outbox.ts';
import {
  hubQuestionRecord,
  openQuestionsRecord,
  questionIdOf,
  waits,
} from '../../services/hub-questions/hub-question.ts';
import { byEmailRecord } from '../../services/people/by-email.ts';
import { claimRecord } from '../../services/people/channel-claim.ts';
import { channelRecord, hubIdOf, hubRecord, memberRecord } from '../../services/people/hub.ts';
import { identityRecord, type Person, personRecord } from '../../services/people/person.ts';
import { programmeRecord } from '../../services/people/programme.ts';
import { transitRecord } from '../../services/people/transit.ts';
import type { Store, StoreRecord } from '../../services/store/store.ts';
import { applicationRules } from './application-invariants.ts';

/** Far more records of one kind than any test makes. */
const all = 100_000;

/** Everything in a store, by kind. */
async function wholeStore(store: Store) {
  const every = async <T>(kind: { type: string; parse(raw: StoreRecord): T }) => {
    const found = await store.find({ type: kind.type }, all);
    return found.map(({ record }) => kind.parse(record));
  };
  return {
    people: await every(personRecord),
    identities: await every(identityRecord),
    hubs: await every(hubRecord),
    members: await every(memberRecord),
    applications: await every(applicationRecord),
    opens: await every(openApplicationRecord),
    places: await every(placesRecord),
    lines: [...(await every(queueLine)), ...(await every(schoolLine)), ...(await every(stagedLine))],
    ledgers: await every(ledgerRecord),
    byEmail: await every(byEmailRecord),
    channels: await every(channelRecord),
    claims: await every(claimRecord),
    transits: await every(transitRecord),
    programmes: await every(programmeRecord),
    questions: await every(hubQuestionRecord),
    openQuestions: await every(openQuestionsRecord),
    messages: await every(messageRecord),
    undelivered: await every(undeliveredRecord),
    tasks: await every(taskRecord),
    audit: await every(auditRecord),
  };
}
type Whole = Awaited<ReturnType<typeof wholeStore>>;

/**
 * Everything that is wrong with a store in which nothing is left to be done: a record lost, doubled, or without an owner.
 * A line each; empty when all is well.
 */
export async function brokenInvariants(store: Store): Promise<string[]> {
  const whole = await wholeStore(store);
  return rules.flatMap((rule) => rule(whole));
}

type Rule = (whole: Whole) => string[];

/** The person somebody is now, following whom they were merged into. */
function currentIn(people: Map<string, Person>, personId: string | undefined): Person | undefined {
  const seen = new Set<string>();
  let person = people.get(personId ?? '');
  while (person?.movedTo && !seen.has(person.movedTo)) {
    seen.add(person.movedTo);
    person = people.get(person.movedTo);
  }
  return person;
}

const byId = ({ people }: Whole) => new Map(people.map((person) => [person.person ?? '', person]));
const isHere = (people: Map<string, Person>, id: string | undefined) => {
  const person = people.get(id ?? '');
  return person !== undefined && !person.movedTo;
};
const count = <T>(items: T[], is: (item: T) => boolean) => items.filter(is).length;
const twice = (keys: string[]) => [...new Set(keys.filter((key, at) => keys.indexOf(key) !== at))];

const nothingLeftToDo: Rule = ({ tasks, transits }) => [
  ...tasks.filter(({ lane }) => lane !== undefined).map(({ id }) => `${id} is still to be done`),
  ...transits.map(({ id }) => `${id} is still on its way`),
];

const accountsBelong: Rule = (whole) => {
  const people = byId(whole);
  return whole.identities.flatMap(({ partition, person, tenantId, objectId }) => {
    const now = currentIn(people, person);
    // Met, but never seen in a chat of their own: nobody yet.
    if (!now) return people.has(person ?? '') ? [`${partition} leads to nobody`] : [];
    if (now.movedTo) return [`${partition} leads in a circle`];
    const has = now.accounts.some((one) => one.tenantId === tenantId && one.objectId === objectId);
    return has ? [] : [`${partition} is not among the accounts of ${now.person}`];
  });
};

const mergedPeopleAreEmpty: Rule = ({ people, opens, members, applications, ledgers, byEmail }) => {
  const gone = new Set(people.filter(({ movedTo }) => movedTo).map(({ person }) => person));
  return [...opens, ...members, ...applications, ...ledgers, ...byEmail]
    .filter(({ person }) => gone.has(person))
    .map(({ partition, id, person }) => `${partition} ${id} is still of ${person}, who was merged`);
};

const membersAreKnown: Rule = (whole) => {
  const people = byId(whole);
  return whole.members.flatMap((member) => {
    const { person, id } = member;
    const hubId = hubIdOf(member);
    if (id !== `member:${person}`) return [`${hubId} ${id} is under another name than ${person}`];
    if (!isHere(people, person)) return [`${hubId} ${id} is nobody`];
    if (member.roles.length === 0) return [];
    return people.get(person ?? '')?.memberOf.includes(hubId) ? [] : [`${person} does not know of ${hubId}`];
  });
};

const hubsCount: Rule = ({ hubs, members }) =>
  hubs.flatMap((hub) => {
    const own = members.filter(({ partition }) => partition === hub.partition);
    const leads = own.flatMap(({ roles, person }) => (roles.includes('lead') ? [person] : []));
    const specialists = count(own, ({ roles }) => roles.includes('specialist'));
    return [
      ...(leads.sort().join() === [...hub.leads].sort().join()
        ? []
        : [`${hub.partition} lists other leads than it has`]),
      ...(specialists === hub.specialists ? [] : [`${hub.partition} counts ${hub.specialists} of ${specialists}`]),
    ];
  });

const applicationsBelong: Rule = (whole) => {
  const people = byId(whole);
  const pointers = new Map(whole.opens.map((open) => [open.applicationId, open]));
  const doubled = twice(whole.applications.map(({ id }) => id)).map((id) => `${id} is there twice`);
  const active = whole.applications.filter(isOpen);
  return [
    ...doubled,
    ...whole.applications.filter(({ person }) => !isHere(people, person)).map(({ id }) => `${id} is nobody’s`),
    ...active.flatMap((application) => {
      const open = pointers.get(application.id.slice('application:'.length));
      if (!open || open.person !== application.person) return [`${application.id} is not among its person’s`];
      const hubId = hubIdOf(application);
      return open.hubId === hubId ? [] : [`${application.id} is in ${hubId}, its person believes ${open.hubId}`];
    }),
  ];
};

const pointersLead: Rule = ({ opens, applications }) => {
  const ids = new Set(applications.map(({ partition, id }) => `${partition} ${id}`));
  return opens.flatMap(({ person, partition, hubId, applicationId, answers }) => [
    ...(ids.has(`hub:${hubId} application:${applicationId}`) ? [] : [`${applicationId} of ${person} is lost`]),
    ...(answers ? [`${applicationId} still holds its answers twice`] : []),
    ...(partition === `person:${person}` ? [] : [`${applicationId} lies with another than ${person}`]),
  ]);
};

const placesAreTrue: Rule = ({ places, applications, hubs }) => {
  const key = (one: { partition: string; cohort: string }) => `${one.partition} ${one.cohort}`;
  const held = Map.groupBy(applications, key);
  const kept = new Map(places.map((one) => [key(one), one]));
  return [...new Set([...held.keys(), ...kept.keys()])].flatMap((one) => {
    const own = held.get(one) ?? [];
    const before = noPlaces('any', '');
    const counts = own.reduce((all, application) => placesWith(all, undefined, application), before);
    const { counts: counted = {}, reserve = [] } = kept.get(one) ?? {};
    const [partition = '', cohort = ''] = one.split(' ');
    const quota = hubs.find((hub) => hub.partition === partition)?.cohorts[cohort]?.quota;
    const taken = takenPlaces(kept.get(one));
    return [
      ...(shown(counted) === shown(counts.counts)
        ? []
        : [`${one} counts ${shown(counted)} of ${shown(counts.counts)} applications`]),
      ...([...reserve].sort().join() === [...counts.reserve].sort().join() ? [] : [`${one} lists other reserves`]),
      ...(quota !== undefined && taken > quota ? [`${one} has ${taken} of ${quota} places taken`] : []),
    ];
  });
};

/** Counts without those that are nothing, in one order. */
const shown = (counts: Partial<Record<string, number>>) =>
  JSON.stringify(
    Object.entries(counts)
      .filter(([, number]) => number !== 0)
      .sort(),
  );

const linesAreTrue: Rule = ({ lines, applications }) => {
  const key = (one: object) =>
    JSON.stringify(
      Object.entries(one)
        .filter(([, value]) => value !== undefined)
        .sort(),
    );
  const there = new Set(lines.map(key));
  const should = new Set(applications.flatMap(linesOf).map(key));
  return [
    ...[...should].filter((one) => !there.has(one)).map((one) => `a line is missing: ${one}`),
    ...[...there].filter((one) => !should.has(one)).map((one) => `a line is left over: ${one}`),
  ];
};

const daysBelong: Rule = ({ ledgers, members }) => {
  const specialists = new Set(
    members
      .filter(({ roles }) => roles.includes('specialist'))
      .map(({ partition, person }) => `${partition} ${person}`),
  );
  return [
    ...twice(ledgers.map(({ person, cohort }) => `${person} ${cohort}`)).map((who) => `${who} has two ledgers`),
    ...ledgers
      .filter(({ partition, person }) => !specialists.has(`${partition} ${person}`))
      .map(({ partition, id }) => `${partition} ${id} is no specialist’s`),
    ...ledgers
      .filter(({ id, cohort, person }) => id !== `ledger:${cohort}:${person}`)
      .map(({ id }) => `${id} is misnamed`),
  ];
};

const mergedHubsAreEmpty: Rule = ({ hubs, members, applications, ledgers, byEmail, channels }) => {
  const gone = new Set(hubs.filter(({ closed }) => closed?.mergedInto).map(({ partition }) => partition));
  const linked = channels.filter((channel) => !channel.gone);
  return [...members, ...applications, ...ledgers, ...byEmail, ...linked]
    .filter(({ partition }) => gone.has(partition))
    .map(({ partition, id }) => `${id} is left in ${partition}, which was merged`);
};

const hubsAreListed: Rule = ({ programmes: [programme], hubs }) =>
  hubs.flatMap((hub) => {
    const hubId = hubIdOf(hub);
    const list = hub.closed ? programme?.closedHubs : programme?.hubs;
    return list?.some(({ id }) => id === hubId) ? [] : [`${hubId} is not listed as ${hub.closed ? 'closed' : 'open'}`];
  });

const channelsAreClaimed: Rule = ({ channels, claims }) => {
  const linked = channels.filter(({ gone }) => !gone);
  const claimOf = (conversationId: string) => claims.find(({ partition }) => partition === `channel:${conversationId}`);
  return [
    ...linked.flatMap((channel) =>
      claimOf(channel.conversationId)?.hubId === hubIdOf(channel)
        ? []
        : [`${channel.conversationId} is claimed by another hub`],
    ),
    ...claims
      .filter(({ partition }) => !linked.some(({ conversationId }) => partition === `channel:${conversationId}`))
      .map(({ partition }) => `${partition} is claimed and not linked`),
  ];
};

const messagesHaveSomebody: Rule = (whole) => {
  const people = byId(whole);
  return whole.messages.flatMap(({ id, to }) =>
    to.kind === 'channel' || people.has(to.personId) ? [] : [`${id} is for nobody`],
  );
};

const unreachedAreListed: Rule = ({ messages, undelivered }) => {
  const waiting = messages.filter(({ state }) => state === 'unreached');
  const key = (one: { partition: string; person?: string | undefined }, id: string) =>
    `${one.partition} ${id} ${one.person ?? ''}`;
  const wait = new Set(waiting.map((one) => key(one, one.id)));
  const listed = new Set(undelivered.map((one) => key(one, one.messageId)));
  return [
    ...[...wait].filter((one) => !listed.has(one)).map((one) => `${one} did not arrive and is not listed`),
    ...[...listed].filter((one) => !wait.has(one)).map((one) => `${one} is listed and does not wait`),
  ];
};

const waitingQuestionsAreListed: Rule = ({ questions, openQuestions }) => {
  const held = questions.filter(waits).map((one) => `${one.partition} ${questionIdOf(one)}`);
  const listed = openQuestions.flatMap(({ partition, ids }) => ids.map((id) => `${partition} ${id}`));
  return [
    ...held.filter((one) => !listed.includes(one)).map((one) => `${one} waits and is not listed`),
    ...listed.filter((one) => !held.includes(one)).map((one) => `${one} is listed and does not wait`),
    ...questions
      .filter((one) => (waits(one) || one.posts.length > 0) === (one.due === undefined))
      .map(({ id }) => `${id} is looked at wrongly`),
  ];
};

const rules: Rule[] = [
  ...applicationRules,
  nothingLeftToDo,
  accountsBelong,
  mergedPeopleAreEmpty,
  membersAreKnown,
  hubsCount,
  applicationsBelong,
  pointersLead,
  placesAreTrue,
  linesAreTrue,
  daysBelong,
  mergedHubsAreEmpty,
  hubsAreListed,
  channelsAreClaimed,
  messagesHaveSomebody,
  unreachedAreListed,
  waitingQuestionsAreListed,
];
