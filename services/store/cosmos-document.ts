import { expiryOf } from './adapter-rules.ts';
import type { StoreRecord } from './store.ts';

/**
 * What lies in Cosmos DB: the fields that are searched for, and the record as it is. Cosmos DB adds fields of its own
 * beside these; the record, being one level deeper, never meets them.
 */
export type CosmosDocument = {
  id: string;
  partition: string;
  type: string;
  person: string | undefined;
  lane: string | undefined;
  due: string | undefined;
  ttl: number | undefined;
  record: StoreRecord;
};

/** The longest time to live that Cosmos DB takes, 68 years in seconds. */
const longestTtl = 2_147_483_647;

/** The document that holds this record, if it is written now. */
export function documentOf(record: StoreRecord, now: Date): CosmosDocument {
  const { partition, type, person, lane, due } = record;
  return { id: documentId(record.id), partition, type, person, lane, due, ttl: ttlOf(record, now), record };
}

/** Seconds to live. One more than it takes: Cosmos DB counts from the whole second before, and must not be early. */
function ttlOf(record: StoreRecord, now: Date): number | undefined {
  const at = expiryOf(record);
  if (at === undefined) return undefined;
  const seconds = Math.ceil((at - now.getTime()) / 1000) + 1;
  return Math.min(Math.max(seconds, 1), longestTtl);
}

/** A character that Cosmos DB or its addresses cannot have in an id, after the character just before it. */
const pairs = ['"#', '$%', './', '>?', '[\\'];

/**
 * The id of the document that holds the record with this id. Cosmos DB forbids `/ \ ? #`, stumbles over `%`, and does
 * not say how it orders what is not ASCII. So each forbidden character is written as its lower neighbour and `~`, that
 * neighbour as itself and `!`, and all from `~` upwards as `~` and six hexadecimal digits. Ids stay readable
 * (`19:abc@thread.!tacv2`), no two become one, and their order stays that of the records' ids.
 */
export function documentId(id: string): string {
  return Array.from(id, escaped).join('');
}

function escaped(character: string): string {
  if (character >= '~') return `~${character.codePointAt(0)?.toString(16).padStart(6, '0')}`;
  const pair = pairs.find((both) => both.includes(character));
  if (pair === undefined) return character;
  const neighbour = pair.charAt(0);
  return neighbour + (character === neighbour ? '!' : '~');
}
