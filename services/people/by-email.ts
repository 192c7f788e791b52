import { createHash } from 'node:crypto';
import { z } from 'zod';
import { defineRecord, type RecordOf } from '../store/record.ts';
import { hubPartition } from './hub.ts';

/**
 * Whom a hub knows by an e-mail address: somebody brought aboard or named by a lead before they spoke to the bot. The
 * envelope's `person` says who. The address itself is only in the member record or the application.
 */
export const byEmailRecord = defineRecord('by-email', 1, {
  /** The hub they have gone to: this one knows them no more, and does not make them somebody new. */
  movedTo: z.string().optional(),
});
export type ByEmail = RecordOf<typeof byEmailRecord>;

/** Whom a hub knows by an address, while they are with it. */
export const knownBy = (record: ByEmail | undefined): string | undefined =>
  record?.movedTo ? undefined : record?.person;

export const byEmailAt = (hubId: string, email: string) =>
  byEmailRecord.at(hubPartition(hubId), `by-email:${hashOf(email)}`);

const hashOf = (email: string) => createHash('sha256').update(email.trim().toLowerCase()).digest('base64url');
