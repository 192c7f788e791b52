import { applicationRecord } from '../applications/application.ts';
import { ledgerRecord } from '../days/ledger.ts';
import { messageRecord, undeliveredRecord } from '../delivery/outbox.ts';
import type { Deps } from '../deps.ts';
import { hubQuestionRecord } from '../hub-questions/hub-question.ts';
import type { Ref } from '../store/record.ts';
import { byEmailRecord } from './by-email.ts';
import { hubPartition, memberRecord } from './hub.ts';

/** Every kind of record in a hub that is about one person. What is not named here stays behind when they move or merge. */
const kinds = [
  memberRecord,
  applicationRecord,
  ledgerRecord,
  byEmailRecord,
  hubQuestionRecord,
  messageRecord,
  undeliveredRecord,
];

/** More records of one kind about one person than anybody has. */
const most = 500;

/** Where hubs hold something about a person. Messages only while they are still to arrive. */
export async function recordsAbout(deps: Pick<Deps, 'store'>, personId: string): Promise<Ref[]> {
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const stored = await deps.store.find({ type: kind.type, person: personId }, most);
      if (stored.length === most) throw new Error(`${most} ${kind.type} records about one person`);
      return stored
        .filter(({ record }) => record.partition.startsWith(hubPartition('')) && isCurrent(record))
        .map(({ record }) => kind.at(record.partition, record.id));
    }),
  );
  return found.flat();
}

const isCurrent = ({ type, state }: { type: string; state?: unknown }) =>
  type !== messageRecord.type || (state !== 'sent' && state !== 'gave-up');
