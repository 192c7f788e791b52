import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { type Hub, hubAt, hubIdOf } from '../people/hub.ts';
import { textName } from '../people/hub-texts.ts';
import { currentPerson } from '../people/person.ts';
import { read } from '../store/record.ts';
import { type Application, applicationAt, applicationIdOf, openApplicationAt } from './application.ts';
import { isSealed, type LinkStanding, linkNamed, linkStanding } from './link.ts';
import { moveApplication } from './move.ts';

type Asked = { application: Application; hub: Hub };

/** Where a link for the headteacher leads. */
export type LinkFound =
  | ({ kind: 'good' } & Asked)
  | { kind: Exclude<LinkStanding, 'good'> }
  /** The application is between two hubs, for moments. */
  | { kind: 'on-its-way' }
  /** Nobody was given this link, or its application is not the person's any more. */
  | { kind: 'unknown' };

/** What a headteacher is asked by a link, while it is good. Opening it changes nothing: programs open links too. */
export async function endorsementAsked(deps: Deps, token: string): Promise<LinkFound> {
  const found = await behind(deps, token);
  if (!('application' in found)) return found;
  const { application, hub, number } = found;
  const standing = linkStanding(application, number, deps.clock.now());
  return standing === 'good' ? { kind: standing, application, hub } : { kind: standing };
}

/**
 * The application a link was made for, in whichever hub it is now, and whoever its person has become. The seal is checked
 * against the application found: a link never leads to another one of the same person.
 */
async function behind(
  deps: Deps,
  token: string,
): Promise<(Asked & { number: number }) | { kind: 'unknown' | 'on-its-way' }> {
  const named = linkNamed(deps.linkSecret, token);
  if (!named) return { kind: 'unknown' };
  const { personId } = await currentPerson(deps, named.personId);
  const open = await read(deps.store, openApplicationAt(personId, named.cohort));
  if (!open || !isSealed(deps.linkSecret, named, open.applicationId)) return { kind: 'unknown' };
  const [application, hub] = await Promise.all([
    read(deps.store, applicationAt(open.hubId, open.applicationId)),
    read(deps.store, hubAt(open.hubId)),
  ]);
  return application && hub ? { application, hub, number: named.number } : { kind: 'on-its-way' };
}

/** Longest text in each field, in characters. */
export const endorsementLimits = { name: 100, role: 100, words: 500 };

const given = z.strictObject({
  answer: z.enum(['agree', 'decline']),
  name: z.string().min(1).max(endorsementLimits.name),
  role: z.string().min(1).max(endorsementLimits.role),
  words: z.string().max(endorsementLimits.words),
  /** Which commitments were read, by `textName`; empty where the hub has none. */
  commitments: z.string(),
});
export type EndorsementTyped = Record<keyof z.infer<typeof given>, string>;
export type EndorsementProblems = Partial<Record<keyof EndorsementTyped, 'missing' | 'too-long' | 'changed'>>;

export type Given =
  | ({ kind: 'given'; agreed: boolean } & Asked)
  /** What is wrong with each field; `commitments` have changed since they were read. */
  | ({ kind: 'problems'; problems: EndorsementProblems } & Asked)
  | Exclude<LinkFound, { kind: 'good' }>;

/**
 * A headteacher's answer, by the link: it counts once, whoever else sends one at the same moment. It moves the application
 * on or leaves it waiting, uses the link up and tells the applicant, in one commit.
 */
export async function giveEndorsement(deps: Deps, token: string, typed: EndorsementTyped): Promise<Given> {
  const found = await behind(deps, token);
  if (!('application' in found)) return found;
  const { application, hub, number } = found;
  const standing = linkStanding(application, number, deps.clock.now());
  if (standing !== 'good') return { kind: standing };
  const checked = given.safeParse(typed);
  const problems = problemsIn(checked.error, typed, hub);
  if (!checked.data || Object.keys(problems).length > 0) return { kind: 'problems', problems, application, hub };
  const { answer, name, role, words } = checked.data;
  const still = (_: Application, now: Hub | undefined) => !now || textName(now.commitments) === typed.commitments;
  const result = await moveApplication(
    deps,
    { who: 'headteacher', link: number },
    { op: randomUUID(), hubId: hubIdOf(hub), applicationId: applicationIdOf(application), still },
    answer === 'agree'
      ? { event: 'endorse', name, role, ...forHub(hub) }
      : { event: 'refuse-endorsement', name, role, words },
  );
  switch (result.kind) {
    case 'moved':
      return { kind: 'given', agreed: answer === 'agree', application: result.application, hub };
    case 'not-now': {
      const now = linkStanding(result.application, number, deps.clock.now());
      // Not the link but the text changed just now: they read it first.
      return now === 'good' ? giveEndorsement(deps, token, typed) : { kind: now };
    }
    case 'denied':
    case 'full':
    case 'no-quota':
    case 'conflicted':
    case 'too-early':
    case 'opened':
      return { kind: 'on-its-way' };
  }
}

/** Which hub a headteacher answers for, and what it has them agree to. */
const forHub = (hub: Hub) => ({ commitments: hub.commitments, answeredFor: { hubId: hubIdOf(hub), name: hub.name } });

function problemsIn(error: z.ZodError | undefined, typed: EndorsementTyped, hub: Hub): EndorsementProblems {
  const problems: EndorsementProblems = {};
  for (const { path, code } of error?.issues ?? [])
    problems[path[0] as keyof EndorsementTyped] = code === 'too_big' ? 'too-long' : 'missing';
  if (typed.commitments !== textName(hub.commitments)) problems.commitments = 'changed';
  return problems;
}
