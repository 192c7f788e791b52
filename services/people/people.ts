import { type Actor, can } from '../access.ts';
import { ledgerAt, quartersIn } from '../days/ledger.ts';
import type { Deps } from '../deps.ts';
import { read, readPage } from '../store/record.ts';
import { issueClaimCode } from './codes.ts';
import { type Hub, hubAt, hubPartition, type Member, memberAt, memberRecord } from './hub.ts';
import { personAt } from './person.ts';

type Denied = { kind: 'denied' };

/** A specialist as a lead of their hub sees them. Days in quarters. */
export type SpecialistInHub = {
  personId: string;
  name: string;
  school: string;
  email: string;
  days: number;
  /** What of the days a lead imported, and when. */
  imported: { central: number; inSchool: number; at: string } | undefined;
  /** Whether they have an account that the bot knows. */
  usesBot: boolean;
};

/** Members looked at together: some of them are no specialists. */
const spare = 4;

/** A page of a hub's specialists, from the one after `after`, for its leads. Those of one imported list stand together. */
export async function specialistsOf(
  deps: Deps,
  actor: Actor,
  { hubId, cohort, after, limit }: { hubId: string; cohort: string; after?: string | undefined; limit: number },
): Promise<{ kind: 'list'; hub: Hub; people: SpecialistInHub[]; next: string | undefined } | Denied> {
  const hub = await read(deps.store, hubAt(hubId));
  if (!hub || !can(actor, 'manage-people', { hubId })) return { kind: 'denied' };
  const members = await specialistsAfter(deps, hubId, { after, count: limit + 1 });
  const shown = members.slice(0, limit);
  const people = await Promise.all(shown.map((member) => summaryOf(deps, { hubId, cohort, member })));
  return { kind: 'list', hub, people, next: members.length > limit ? shown.at(-1)?.id : undefined };
}

async function specialistsAfter(
  deps: Deps,
  hubId: string,
  { after, count }: { after: string | undefined; count: number },
): Promise<Member[]> {
  const limit = count + spare;
  const page = await readPage(deps.store, memberRecord, hubPartition(hubId), { after, limit });
  const found = page.filter(isSpecialist);
  if (found.length >= count || page.length < limit) return found.slice(0, count);
  const missing = { after: page.at(-1)?.id, count: count - found.length };
  return [...found, ...(await specialistsAfter(deps, hubId, missing))];
}

const isSpecialist = ({ roles }: Member) => roles.includes('specialist');

type InHub = { hubId: string; cohort: string; member: Member };

async function summaryOf(deps: Deps, { hubId, cohort, member }: InHub): Promise<SpecialistInHub> {
  const { person: personId = '', name, school = '', email = '' } = member;
  const [person, ledger] = await Promise.all([
    read(deps.store, personAt(personId)),
    read(deps.store, ledgerAt(hubId, cohort, personId)),
  ]);
  const usesBot = (person?.accounts.length ?? 0) > 0;
  return { personId, name, school, email, days: quartersIn(ledger), imported: ledger?.imported, usesBot };
}

/** One specialist of a hub, for its leads. */
export async function specialistIn(
  deps: Deps,
  actor: Actor,
  { hubId, cohort, personId }: { hubId: string; cohort: string; personId: string },
): Promise<{ kind: 'specialist'; hubName: string; specialist: SpecialistInHub } | { kind: 'nobody' } | Denied> {
  if (!can(actor, 'manage-people', { hubId })) return { kind: 'denied' };
  const [hub, member] = await Promise.all([
    read(deps.store, hubAt(hubId)),
    read(deps.store, memberAt(hubId, personId)),
  ]);
  if (!hub || !member || !isSpecialist(member)) return { kind: 'nobody' };
  const specialist = await summaryOf(deps, { hubId, cohort, member });
  return { kind: 'specialist', hubName: hub.name, specialist };
}

/** How many members are looked at for those without an account. */
const lookedAt = 40;

/** A specialist's code for their lead to forward; undefined when their account opens more than this lead may see. */
export type ForwardedCode = { personId: string; name: string; code: string | undefined };

/**
 * Codes for a page of those specialists who have no account yet. The same press gives the same codes. There may be a next
 * page when this one is not full: only so many members are looked at together.
 */
export async function codesToForward(
  deps: Deps,
  actor: Actor,
  { op, hubId, after, limit }: { op: string; hubId: string; after?: string | undefined; limit: number },
): Promise<{ kind: 'codes'; hub: Hub; people: ForwardedCode[]; next: string | undefined } | Denied> {
  const hub = await read(deps.store, hubAt(hubId));
  if (!hub || !can(actor, 'manage-people', { hubId })) return { kind: 'denied' };
  const page = await readPage(deps.store, memberRecord, hubPartition(hubId), { after, limit: lookedAt });
  const persons = await Promise.all(page.map(({ person = '' }) => read(deps.store, personAt(person))));
  const waiting = page.filter((member, index) => isSpecialist(member) && persons[index]?.accounts.length === 0);
  const shown = waiting.slice(0, limit);
  const people = await Promise.all(
    shown.map(async ({ person: personId = '', name }): Promise<ForwardedCode> => {
      const issued = await issueClaimCode(deps, actor, { op: `${op}:${personId}`, hubId, personId });
      return { personId, name, code: issued.kind === 'issued' ? issued.code : undefined };
    }),
  );
  const last = waiting.length > limit ? shown.at(-1) : page.length === lookedAt ? page.at(-1) : undefined;
  return { kind: 'codes', hub, people, next: last?.id };
}
