import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import { type Actor, can } from '../access.ts';
import { openApplicationRecord } from '../applications/application.ts';
import type { AuditEntry } from '../audit.ts';
import { change, type Operation } from '../change.ts';
import type { Owed } from '../delivery/task.ts';
import type { Deps } from '../deps.ts';
import { defineRecord, read, readPage } from '../store/record.ts';
import { type CodePurpose, codePurpose } from './code-purpose.ts';
import { hubAt, hubPartition, memberAt, rolesIn } from './hub.ts';
import { makeMember } from './membership.ts';
import { type MergePreview, mergePreview } from './merge-people.ts';
import { currentPerson, personAt, personPartition } from './person.ts';

/** How long a code for a new lead is good, in days. */
const leadCodeDays = 7;
/** How long somebody brought aboard has to send the code their lead forwards, in days. */
const claimCodeDays = 30;
/** After so many codes within an hour a person is asked to wait until the hour is over. */
const mostTries = 5;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Letters and digits that nobody mistakes for one another; 12 of these 31 cannot be guessed. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const codeLength = 12;

/** A one-time code, kept under its hash only: who has the records does not have the codes. */
const codeRecord = defineRecord('code', 1, {
  purpose: codePurpose,
  by: z.string(),
  goodUntil: z.string(),
  usedBy: z.string().optional(),
});

/** How many codes a person has tried within the hour that ends when the record expires. */
const codeTriesRecord = defineRecord('code-tries', 1, { count: z.int() });

const codeAt = (hash: string) => codeRecord.at(`code:${hash}`, 'code');
const codeTriesAt = (personId: string) => codeTriesRecord.at(personPartition(personId), 'code-tries');
const hashOf = (code: string) => createHash('sha256').update(code).digest('base64url');

/** The code in what somebody typed, as it was issued, or undefined when it is none. */
export function codeIn(text: string): string | undefined {
  const code = text.toUpperCase().replace(/[\s-]/g, '');
  return code.length === codeLength && [...code].every((letter) => alphabet.includes(letter)) ? code : undefined;
}

/** As people read it out: `ABCD-EFGH-JKMN`. */
const readable = (code: string) => (code.match(/.{4}/g) ?? []).join('-');

export type IssuedCode =
  | { kind: 'issued'; code: string; hubName: string; goodForDays: number }
  | { kind: 'no-such-hub' }
  | { kind: 'denied' };

/**
 * Issues a code that makes whoever sends it first a lead of the hub. The same press gives the same code: it is derived
 * from the operation, so that it need not be stored to be shown again.
 */
export async function issueLeadCode(
  deps: Deps,
  actor: Actor,
  { op, hubId }: { op: string; hubId: string },
): Promise<IssuedCode> {
  if (!can(actor, 'manage-leads', { hubId })) return { kind: 'denied' };
  const hub = await read(deps.store, hubAt(hubId));
  if (!hub) return { kind: 'no-such-hub' };
  const code = await issue(deps, actor, {
    op: { id: op, verb: 'leads.code', personId: actor.personId, input: { hubId } },
    purpose: { kind: 'lead', hubId },
    derivedFrom: hubId,
    goodForMs: leadCodeDays * dayMs,
    partition: hubPartition(hubId),
    audit: { by: actor.personId, event: 'lead-code-issued', subject: hubId },
  });
  return code ? { kind: 'issued', code, hubName: hub.name, goodForDays: leadCodeDays } : { kind: 'denied' };
}

/**
 * Issues a code that makes the account it is sent from one of the actor's own, for an hour. The same press gives the same
 * code.
 */
export async function issueLinkCode(deps: Deps, actor: Actor, { op }: { op: string }): Promise<{ code: string }> {
  const { personId } = actor;
  const code = await issue(deps, actor, {
    op: { id: op, verb: 'accounts.code', personId, input: {} },
    purpose: { kind: 'link', personId },
    derivedFrom: 'link',
    goodForMs: hourMs,
    partition: personPartition(personId),
    audit: { by: personId, event: 'link-code-issued', subject: personId },
  });
  if (!code) throw new Error('an operation without input cannot come with another');
  return { code };
}

export type ClaimCode =
  | { kind: 'issued'; code: string; goodForDays: number }
  | { kind: 'elsewhere-too' }
  | { kind: 'denied' };

/**
 * Issues a code that makes the account it is sent from `personId`'s, for a lead of their hub to forward: for somebody
 * brought aboard before they spoke to the bot, or who lost their old account. Not for anybody whose account opens more
 * than this lead may see: other leads, and people of other hubs. The same press gives the same code.
 */
export async function issueClaimCode(
  deps: Deps,
  actor: Actor,
  { op, hubId, personId }: { op: string; hubId: string; personId: string },
): Promise<ClaimCode> {
  if (!can(actor, 'act-for', { hubId, personId })) return { kind: 'denied' };
  const [person, member, applications] = await Promise.all([
    read(deps.store, personAt(personId)),
    read(deps.store, memberAt(hubId, personId)),
    readPage(deps.store, openApplicationRecord, personPartition(personId), { limit: 10 }),
  ]);
  const belongs = member !== undefined || applications.some((open) => open.hubId === hubId);
  if (!person || person.movedTo || !belongs) return { kind: 'denied' };
  const roles = await rolesIn(deps, personId, person.memberOf);
  if ([...roles.keys()].some((id) => id !== hubId) || member?.roles.includes('lead')) return { kind: 'elsewhere-too' };
  const code = await issue(deps, actor, {
    op: { id: op, verb: 'people.code', personId: actor.personId, input: { hubId, personId } },
    purpose: { kind: 'claim', personId, hubId },
    derivedFrom: personId,
    goodForMs: claimCodeDays * dayMs,
    partition: hubPartition(hubId),
    audit: { by: actor.personId, event: 'claim-code-issued', subject: personId },
  });
  return code ? { kind: 'issued', code, goodForDays: claimCodeDays } : { kind: 'denied' };
}

type Issue = {
  op: Operation;
  purpose: CodePurpose;
  /** What sets this code apart from others of the same operation and person. */
  derivedFrom: string;
  goodForMs: number;
  /** Whose audit trail it is in. */
  partition: string;
  audit: AuditEntry;
};

/** Makes a code known and gives it back, readable; undefined when the operation was used for another one before. */
async function issue(deps: Deps, { personId }: Actor, wanted: Issue): Promise<string | undefined> {
  const { op, purpose, partition, audit } = wanted;
  const code = codeFrom(deps.linkSecret, [op.id, personId, wanted.derivedFrom]);
  const goodUntil = new Date(deps.clock.now().getTime() + wanted.goodForMs).toISOString();
  const owed: Owed = { name: 'keep-code', hash: hashOf(code), purpose, by: personId, goodUntil };
  const result = await change(deps, { partition, op, read: {} }, () => ({
    kind: 'issued',
    audit,
    tasks: [{ id: `keep-code:${owed.hash}`, owed }],
  }));
  return result.kind === 'stale' ? undefined : readable(code);
}

function codeFrom(secret: string, parts: string[]): string {
  const bytes = createHmac('sha512', secret).update(JSON.stringify(parts)).digest();
  // Bytes beyond the last whole multiple of the alphabet are left out: each letter is as likely as any other.
  const fair = [...bytes].filter((byte) => byte < 256 - (256 % alphabet.length));
  return fair
    .slice(0, codeLength)
    .map((byte) => alphabet[byte % alphabet.length])
    .join('');
}

/** The task behind an issued code: makes it known, once. */
export async function keepCode(deps: Deps, owed: Extract<Owed, { name: 'keep-code' }>): Promise<void> {
  const { hash, purpose, by, goodUntil } = owed;
  const ref = codeAt(hash);
  await change(deps, { partition: ref.partition, read: { code: ref } }, ({ code }) => {
    if (code) return { kind: 'kept-before' };
    const expires = new Date(Date.parse(goodUntil) + 30 * dayMs).toISOString();
    return {
      kind: 'kept',
      write: [codeRecord.make({ partition: ref.partition, id: ref.id, purpose, by, goodUntil, expires })],
    };
  });
}

export type Redeemed =
  | { kind: 'lead'; hubId: string }
  | { kind: 'linked' }
  /** A code to link an account, sent from an account of the same person. */
  | { kind: 'same-person' }
  /** Whoever sent it has an application or a role of their own: what would join, to be confirmed. */
  | { kind: 'to-confirm'; preview: MergePreview }
  /** A code the lead made for somebody else, sent by the lead. */
  | { kind: 'for-somebody-else' }
  /** No such code, or one that is spent or too old: which, nobody is told. */
  | { kind: 'no-good' }
  | { kind: 'wait'; until: string };

/**
 * Takes a code. The first to send it wins, and sending it again changes nothing for them. Where it would make one of two
 * people who both have something, it is taken only with `join`: which side’s
 * applications are to go on where both have one.
 */
export async function redeemCode(
  deps: Deps,
  actor: Actor,
  { code, join }: { code: string; join?: 'from' | 'into' },
): Promise<Redeemed> {
  const wait = await countTry(deps, actor.personId);
  if (wait) return wait;
  const ref = codeAt(hashOf(code));
  const held = await read(deps.store, ref);
  const { personId } = actor;
  if (!held || held.goodUntil < deps.clock.now().toISOString()) return { kind: 'no-good' };
  if (held.usedBy && held.usedBy !== personId) return { kind: 'no-good' };
  let keep: string[] = [];
  if (held.purpose.kind !== 'lead') {
    const { personId: into } = await currentPerson(deps, held.purpose.personId);
    if (into === personId) return { kind: 'same-person' };
    if (held.purpose.kind === 'claim' && held.by === personId) return { kind: 'for-somebody-else' };
    const preview = await mergePreview(deps, personId, into);
    if (preview && !join) return { kind: 'to-confirm', preview };
    keep = preview && join ? preview.both.map((one) => one[join].applicationId) : [];
  }
  const owed = owedFor(held.purpose, held.by, personId, keep);
  const result = await change(deps, { partition: ref.partition, read: { code: ref } }, ({ code: current }) => {
    if (!current || (current.usedBy && current.usedBy !== personId)) return { kind: 'no-good' as const };
    if (current.usedBy === personId) return { kind: 'good' as const };
    const tasks = [{ id: `redeem:${ref.partition}`, owed }];
    return { kind: 'good' as const, write: [{ ...current, usedBy: personId }], tasks };
  });
  if (result.kind !== 'good') return { kind: 'no-good' };
  return held.purpose.kind === 'lead' ? { kind: 'lead', hubId: held.purpose.hubId } : { kind: 'linked' };
}

function owedFor(purpose: CodePurpose, by: string, personId: string, keep: string[]): Owed {
  switch (purpose.kind) {
    case 'lead':
      return { name: 'make-lead', hubId: purpose.hubId, personId, by };
    case 'link':
    case 'claim':
      return { name: 'merge-people', from: personId, into: purpose.personId, keep };
  }
}

/** The task behind a redeemed code. */
export async function makeLead(deps: Deps, owed: Extract<Owed, { name: 'make-lead' }>): Promise<void> {
  const { hubId, by } = owed;
  const { personId, person } = await currentPerson(deps, owed.personId);
  await makeMember(deps, by, { hubId, personId, name: person?.name ?? '', roles: ['lead'] });
}

/** Counts a code that is tried, before it is looked at: a thousand sent at once are as many as a thousand in a row. */
async function countTry(deps: Deps, personId: string): Promise<{ kind: 'wait'; until: string } | undefined> {
  const ref = codeTriesAt(personId);
  const now = deps.clock.now().getTime();
  const result = await change(deps, { partition: ref.partition, read: { tries: ref } }, ({ tries }) => {
    const until = tries?.expires ?? new Date(now + hourMs).toISOString();
    if (tries && tries.count >= mostTries) return { kind: 'wait' as const, until };
    const { partition, id } = ref;
    const counted = codeTriesRecord.make({ partition, id, count: (tries?.count ?? 0) + 1, expires: until });
    return { kind: 'counted' as const, until, write: [counted] };
  });
  return result.kind === 'wait' ? { kind: 'wait', until: result.until } : undefined;
}
