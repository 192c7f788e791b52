import { z } from 'zod';
import { defineRecord, type RecordOf } from '../store/record.ts';

const partition = 'schools';

/** Which version of the register counts. Everything else in the partition is a piece of a version. */
export const registerRecord = defineRecord('school-register', 1, {
  version: z.string(),
  pieces: z.int().min(1),
  count: z.int(),
  importedAt: z.string(),
  /** SHA-256 of all lines, to see that the pieces are what was imported. */
  digest: z.string(),
});
export type Register = RecordOf<typeof registerRecord>;

/** A part of a version: Brotli-compressed lines, cut into pieces that a record can hold, as base64. */
export const pieceRecord = defineRecord('school-piece', 1, {
  version: z.string(),
  at: z.string(),
  data: z.string(),
});

export const registerAt = registerRecord.at(partition, 'register');
export const pieceAt = (version: string, index: number) =>
  pieceRecord.at(partition, `piece:${version}:${String(index).padStart(3, '0')}`);
