import type { Actor, HubRole } from '../../services/access.ts';
import { type Answers, applicationRecord, openApplicationAt } from '../../services/applications/application.ts';
import { moveApplication } from '../../services/applications/move.ts';
import { submitApplication } from '../../services/applications/submit.ts';
import { demoTenantId } from '../../services/demo/people.ts';
import type { Deps } from '../../services/deps.ts';
import { seePerson } from '../../services/people/person.ts';
import { read } from '../../services/store/record.ts';

/** What an applicant writes, as it should be. */
export const goodAnswers: Answers = {
  name: 'Tess Okafor',
  email: 'tess@ashdown.example',
  role: 'Maths teacher',
  school: 'Ashdown Academy',
  keyStages: ['KS3', 'KS4'],
  qts: 'yes',
  startedTeaching: '2021-09',
  why: 'I want my classes to understand.',
  subjectLeaderKnows: true,
  hasReadInformation: true,
  headteacher: 'Dr Amara Lowe',
};

/** Somebody as an activity of theirs would say they are. */
export function actorOf(personId: string, hubs: Record<string, HubRole[]> = {}, coordinator = false): Actor {
  return { personId, name: personId, tenantId: demoTenantId, coordinator, hubs: new Map(Object.entries(hubs)) };
}

/** Somebody the bot has met. */
export async function met(deps: Deps, name: string): Promise<Actor> {
  const account = { tenantId: demoTenantId, objectId: `met-${name.toLowerCase().replace(/\W+/g, '-')}` };
  const { personId } = await seePerson(deps, { account, name });
  return { ...actorOf(personId), name };
}

type Submission = { hubId?: string; answers?: Partial<Answers> };

/** Applies, and gives back the id of the application, which is then with its hub. */
export async function submitted(deps: Deps, who: Actor, { hubId = 'demo', answers = {} }: Submission = {}) {
  const typed = { ...goodAnswers, urn: undefined, name: who.name, ...answers };
  const result = await submitApplication(deps, who, { op: `submit-${who.personId}`, cohort: '10', hubId, typed });
  if (result.kind !== 'submitted') throw new Error(`not submitted: ${result.kind}`);
  return pointedAt(deps, who);
}

/** Applies, as a press does that may have been done before. */
export async function submittedOnce(deps: Deps, who: Actor, hubId: string): Promise<string> {
  const typed = { ...goodAnswers, urn: undefined, name: who.name };
  await submitApplication(deps, who, { op: `submit-${who.personId}`, cohort: '10', hubId, typed });
  return pointedAt(deps, who);
}

async function pointedAt(deps: Deps, { personId }: Actor): Promise<string> {
  const open = await read(deps.store, openApplicationAt(personId, '10'));
  if (!open) throw new Error('nothing was submitted');
  return open.applicationId;
}

/** The headteacher, by the link of this number. */
export const byLink = (link: number) => ({ who: 'headteacher' as const, link });

/** The headteacher of everybody who waits for theirs endorses them. */
export async function endorseAll(deps: Deps, hubId = 'demo'): Promise<void> {
  for (const { record } of await deps.store.list(`hub:${hubId}`, 'application', { limit: 1000 })) {
    const { id, link } = applicationRecord.parse(record);
    const where = { op: `endorse-${id}`, hubId, applicationId: id.slice('application:'.length) };
    const endorse = { event: 'endorse', name: 'Dr Amara Lowe', role: 'Headteacher' } as const;
    await moveApplication(deps, byLink(link.number), where, endorse);
  }
}
