import { z } from 'zod';
import type { Key, Store, StoreRecord } from './store.ts';

/** A kind of record: its schema, and how its stored form becomes a typed value. */
type RecordKind<T extends StoredFields = StoredFields> = { type: string; parse(raw: StoreRecord): T };

/** A record of one kind at one place, there or not. */
export type Ref<T extends StoredFields = StoredFields> = Key & { kind: RecordKind<T> };

/** What every record's value carries beside its own fields. */
export type StoredFields = z.infer<z.ZodObject<typeof envelope>> & { type: string; v: number };

const envelope = {
  partition: z.string(),
  id: z.string(),
  person: z.string().optional(),
  lane: z.string().optional(),
  due: z.string().optional(),
  expires: z.string().optional(),
};

/**
 * Defines a kind of record. What is read is parsed with this schema, so a record written by another version or by hand
 * fails loudly at its border. `make` adds the type and version to a new one.
 */
export function defineRecord<const N extends string, S extends z.ZodRawShape>(type: N, version: number, shape: S) {
  const schema = z.strictObject({ ...envelope, type: z.literal(type), v: z.literal(version), ...shape });
  type Value = z.infer<typeof schema>;
  return {
    type,
    parse: (raw: StoreRecord): Value => schema.parse(raw),
    make: (fields: Omit<Value, 'type' | 'v'>): Value => schema.parse({ ...fields, type, v: version }),
    at: (partition: string, id: string): Ref<Value & StoredFields> => ({
      partition,
      id,
      kind: { type, parse: (raw) => schema.parse(raw) as Value & StoredFields },
    }),
  };
}

/** The value of a kind of record. */
export type RecordOf<K extends { parse(raw: StoreRecord): unknown }> = ReturnType<K['parse']>;

/** The record, or undefined when there is none. */
export async function read<T extends StoredFields>(store: Store, { kind, ...key }: Ref<T>): Promise<T | undefined> {
  const stored = await store.get(key);
  return stored && kind.parse(stored.record);
}

/** One page of the records of a kind in a partition, in the order of their ids. */
export async function readPage<T>(
  store: Store,
  kind: { type: string; parse(raw: StoreRecord): T },
  partition: string,
  page: { after?: string | undefined; limit: number },
): Promise<T[]> {
  const stored = await store.list(partition, kind.type, page);
  return stored.map(({ record }) => kind.parse(record));
}
