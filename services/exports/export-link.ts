import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Actor, can } from '../access.ts';
import { change } from '../change.ts';
import type { Deps } from '../deps.ts';
import type { Account } from '../people/person.ts';
import { isSeal, sealOf } from '../seal.ts';
import { defineRecord, type RecordOf, read } from '../store/record.ts';

/** How long a link is good, in minutes. */
export const linkMinutes = 10;
/** How long it is remembered that a link was used, in days. */
const rememberDays = 30;
const minuteMs = 60_000;
/** Bytes of a token: those that nobody guesses, and the seal on them. */
const bytes = { random: 24, seal: 8 };

/** What can be downloaded. The file is made when it is fetched, and the permission asked again then. */
const exported = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('insights'), month: z.string() }),
  z.strictObject({
    kind: z.literal('applications'),
    hubId: z.string(),
    cohort: z.string(),
    format: z.enum(['xlsx', 'csv']),
  }),
]);
export type Exported = z.infer<typeof exported>;

/** A link to one download, under its token's hash only: who has the records does not have the links. */
const exportRecord = defineRecord('export', 1, {
  what: exported,
  /** The account that asked for it: whoever it is now, with the roles they have now, is asked again. */
  account: z.strictObject({ tenantId: z.string(), objectId: z.string() }),
  goodUntil: z.string(),
  spentAt: z.string().optional(),
});
type ExportRecord = RecordOf<typeof exportRecord>;

/** All in one partition, so that one list of its audit trail has every export. */
const partition = 'exports';
const exportAt = (token: string) =>
  exportRecord.at(partition, `export:${createHash('sha256').update(token).digest('base64url')}`);

const sealOn = (secret: string, random: string) => sealOf(secret, ['export-link', random], bytes.seal);

/** Whether the bot has made a token: asked before any record is read for it. */
export function isExportToken(secret: string, token: string): boolean {
  const [, random = '', seal = ''] = /^([\w-]{32})([\w-]{11})$/.exec(token) ?? [];
  return isSeal(seal, sealOn(secret, random));
}

/** Makes a link's token: good for one download within ten minutes, for whoever has it. */
export async function makeExport(
  deps: Deps,
  actor: Actor,
  { account, what }: { account: Account; what: Exported },
): Promise<{ kind: 'made'; token: string } | { kind: 'denied' }> {
  if (!mayExport(actor, what)) return { kind: 'denied' };
  const random = randomBytes(bytes.random).toString('base64url');
  const token = random + sealOn(deps.linkSecret, random);
  const now = deps.clock.now().getTime();
  const { id } = exportAt(token);
  const { tenantId, objectId } = account;
  const record = exportRecord.make({
    partition,
    id,
    what,
    account: { tenantId, objectId },
    goodUntil: new Date(now + linkMinutes * minuteMs).toISOString(),
    expires: new Date(now + rememberDays * 24 * 60 * minuteMs).toISOString(),
  });
  await change(deps, { partition, read: {} }, () => ({ kind: 'made', write: [record] }));
  return { kind: 'made', token };
}

/** What a link leads to, while it is good. */
export async function exportFor(
  deps: Pick<Deps, 'store' | 'clock'>,
  token: string,
): Promise<{ what: Exported; account: Account } | undefined> {
  const found = await read(deps.store, exportAt(token));
  return found && isGood(found, deps.clock.now()) ? found : undefined;
}

/** Uses a link up and puts the download in the audit trail, unless it is used up (`gone`), or they may not any more. */
export async function spendExport(
  deps: Deps,
  actor: Actor,
  token: string,
): Promise<{ kind: 'spent' | 'gone' | 'denied' }> {
  const now = deps.clock.now();
  const result = await change(deps, { partition, read: { link: exportAt(token) } }, ({ link }) => {
    if (!link || !isGood(link, now)) return { kind: 'gone' };
    if (!mayExport(actor, link.what)) return { kind: 'denied' };
    const audit = { by: actor.personId, event: 'exported', subject: subjectOf(link.what) };
    return { kind: 'spent', write: [{ ...link, spentAt: now.toISOString() }], audit };
  });
  return { kind: result.kind === 'spent' || result.kind === 'denied' ? result.kind : 'gone' };
}

const isGood = ({ goodUntil, spentAt }: ExportRecord, now: Date) => !spentAt && now.toISOString() < goodUntil;

/** Whether this person may download this, now. */
function mayExport(actor: Actor, what: Exported): boolean {
  switch (what.kind) {
    case 'insights':
      return can(actor, 'see-insights', {});
    case 'applications':
      return can(actor, 'list-applications', { hubId: what.hubId });
  }
}

function subjectOf(what: Exported): string {
  switch (what.kind) {
    case 'insights':
      return `insights:${what.month}`;
    case 'applications':
      return `applications:${what.hubId}:${what.cohort}:${what.format}`;
  }
}
