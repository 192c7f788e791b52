import { type Answers, type Application, applicationAt } from '../../services/applications/application.ts';
import { type By, moveApplication } from '../../services/applications/move.ts';
import type { Movement } from '../../services/applications/movement.ts';
import { submitApplication } from '../../services/applications/submit.ts';
import { hubAt } from '../../services/people/hub.ts';
import { seePerson } from '../../services/people/person.ts';
import { read } from '../../services/store/record.ts';
import type { TeamsPerson } from './activities.ts';
import { demoPerson, type Seen, stranger, type TestBot } from './bot.ts';
import { codeIn } from './flows.ts';

export const helen = demoPerson('Helen');

const written: Record<keyof Answers, unknown> = {
  name: '',
  email: 'teacher@ashdown.example',
  role: 'Maths teacher',
  school: 'Ashdown Academy',
  urn: '900001',
  keyStages: ['KS3'],
  qts: 'yes',
  startedTeaching: '2021-09',
  why: 'I want my classes to understand.',
  subjectLeaderKnows: true,
  hasReadInformation: true,
  headteacher: 'Dr Amara Lowe',
};

let presses = 0;
/** The name of a press that was never pressed before. */
export const newOp = () => `press ${++presses}`;

/** Somebody as the bot sees them when they speak. */
async function actorFor(bot: TestBot, { name, tenantId, aadObjectId: objectId }: TeamsPerson) {
  const { personId } = await seePerson(bot.deps, { account: { tenantId, objectId }, name });
  return { personId, name, tenantId, coordinator: false, hubs: new Map() };
}

/** Somebody who has applied to the demo hub; gives back the id of their application. */
export async function applied(bot: TestBot, name: string, answers: Partial<Answers> = {}): Promise<string> {
  const actor = await actorFor(bot, stranger(name));
  const typed = { ...written, name, ...answers };
  const result = await submitApplication(bot.deps, actor, { op: newOp(), cohort: '10', hubId: 'demo', typed });
  if (result.kind !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(result)}`);
  const found = await bot.store.find({ type: 'application', person: actor.personId }, 10);
  const last =
    found
      .map(({ record }) => record.id)
      .sort()
      .at(-1) ?? '';
  return last.slice('application:'.length);
}

/** Moves an application by somebody who is no lead: the headteacher, or `name`, who applied. */
export async function moved(bot: TestBot, applicationId: string, movement: Movement, name?: string): Promise<void> {
  const by: By = name
    ? { who: 'applicant', actor: await actorFor(bot, stranger(name)) }
    : { who: 'headteacher', link: 1 };
  const result = await moveApplication(bot.deps, by, { op: newOp(), hubId: 'demo', applicationId }, movement);
  if (result.kind !== 'moved') throw new Error(`not moved: ${result.kind}`);
}

/** Somebody whose application is endorsed and so with the hub. */
export async function withHub(bot: TestBot, name: string, answers: Partial<Answers> = {}): Promise<string> {
  const applicationId = await applied(bot, name, answers);
  await moved(bot, applicationId, { event: 'endorse', name: 'Dr Amara Lowe', role: 'Headteacher' });
  return applicationId;
}

/** The application as it is stored. */
export async function application(bot: TestBot, applicationId: string): Promise<Application> {
  const found = await read(bot.store, applicationAt('demo', applicationId));
  if (!found) throw new Error(`no application ${applicationId}`);
  return found;
}

type Said = { reason?: string; words?: string };

/** A lead decides as people do: they open it, choose, and confirm. */
export async function decide(
  bot: TestBot,
  who: TeamsPerson,
  applicationId: string,
  event: string,
  said: Said = {},
): Promise<Seen> {
  const about = { hubId: 'demo', applicationId };
  const asked = await bot.execute(who, 'card', 'decisions.ask', { ...about, event });
  return bot.press(who, asked, makes[event] ?? '', said);
}

const makes: Record<string, string> = {
  offer: 'Offer the place now',
  'put-on-reserve': 'Put on reserve now',
  decline: 'Tell them now',
  'ask-for-more': 'Ask them now',
  extend: 'Extend it now',
  'pass-on': 'Pass it on now',
};

/** Another lead of the demo hub. */
export async function anotherLead(bot: TestBot, name: string): Promise<TeamsPerson> {
  const who = stranger(name);
  const code = codeIn(await bot.execute(helen, 'card', 'leads.code', { op: newOp(), hubId: 'demo' }));
  await bot.say(who, code);
  return who;
}

/** Sets how the demo hub decides, or its number of places, as if it had been set. */
export async function setHub(bot: TestBot, settings: object): Promise<void> {
  const hub = await read(bot.store, hubAt('demo'));
  if (!hub) throw new Error('no hub');
  const record = { ...hub, cohorts: { '10': { ...hub.cohorts['10'], ...settings } } };
  await bot.store.commit(hub.partition, [{ kind: 'put', record, expect: 'anything' }]);
}

/** What the bot has to tell somebody about their application, in order. */
export async function newsOf(bot: TestBot, applicationId: string): Promise<string[]> {
  const messages = await bot.records('hub:demo', 'message');
  return messages
    .map(({ content }) => content as { applicationId?: string; news?: string })
    .filter((content) => content.applicationId === applicationId)
    .flatMap(({ news }) => (news ? [news] : []));
}
