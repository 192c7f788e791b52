import type { Actor } from '../../services/access.ts';
import { type Application, applicationAt } from '../../services/applications/application.ts';
import { type By, type Moved, moveApplication } from '../../services/applications/move.ts';
import type { Movement } from '../../services/applications/movement.ts';
import { auditRecord } from '../../services/audit.ts';
import { messageRecord } from '../../services/delivery/outbox.ts';
import { type Ref, read, type StoredFields } from '../../services/store/record.ts';
import { movements, ways } from './application-moves.ts';
import { actorOf, byLink, met, submitted } from './applying.ts';
import { counting } from './asked-of-store.ts';
import { startBot } from './bot.ts';
import { setQuota } from './quota.ts';

/** Somebody's application in the demo hub. */
export type Subject = { id: string; who: Actor };
export const lead = actorOf('a-lead', { demo: ['lead'] });

/** What came of a move, in short. */
export const shown = (moved: Moved) => ({ kind: moved.kind, ...('state' in moved && { state: moved.state }) });

/** A bot whose applications move by the second, and whose store says what it was asked. */
export async function startMoving({ quota = 1000 } = {}) {
  const bot = await startBot();
  const { store, taken } = counting(bot.store);
  const deps = { ...bot.deps, store };
  let now = Date.parse('2026-03-02T10:00:00Z');
  let count = 0;

  async function there<T extends StoredFields>(ref: Ref<T>): Promise<T> {
    const found = await read(store, ref);
    if (!found) throw new Error(`no ${ref.id}`);
    return found;
  }
  /** Writes a record as it should be, whatever was there. */
  async function rewrite(record: StoredFields): Promise<void> {
    const { kind } = await store.commit(record.partition, [{ kind: 'put', record, expect: 'anything' }]);
    if (kind !== 'committed') throw new Error(kind);
  }
  /** One more press on the card of this application, a second after the last. */
  function press({ id }: Subject, op = `op-${count++}`) {
    now += 1000;
    bot.setNow(new Date(now));
    return { op, hubId: 'demo', applicationId: id };
  }
  const stored = ({ id }: Subject): Promise<Application> => there(applicationAt('demo', id));
  /** Who makes a move when nothing else is said: the applicant themselves, a lead of the hub, the newest link. */
  async function byHand(who: By['who'], subject: Subject): Promise<By> {
    switch (who) {
      case 'applicant':
        return { who, actor: subject.who };
      case 'lead':
        return { who, actor: lead };
      case 'headteacher':
        return byLink((await stored(subject)).link.number);
      case 'bot':
        return { who };
    }
  }
  const move = (by: By, subject: Subject, movement: Movement, where = press(subject)) =>
    moveApplication(deps, by, where, movement);

  await setQuota(store, quota);
  return {
    bot,
    deps,
    /** What the store was asked for since the last look. */
    taken,
    there,
    rewrite,
    setQuota: (places: number | undefined) => setQuota(store, places),
    press,
    move,
    stored,
    byHand,
    /** A new application that has gone one of the `ways`. */
    async brought(way: string): Promise<Subject> {
      const who = await met(deps, `Applicant ${count++}`);
      const subject = { id: await submitted(deps, who), who };
      for (const [hand, event] of ways[way] ?? []) {
        const moved = await move(await byHand(hand, subject), subject, movements[event]);
        if (moved.kind !== 'moved') throw new Error(`${event}: ${moved.kind}`);
      }
      return subject;
    },
    /** The lines of the audit trail about an application's moves. */
    async auditOf({ id }: Subject) {
      const lines = await bot.store.list('hub:demo', auditRecord.type, { limit: 100_000 });
      return lines.flatMap(({ record }) => {
        const isOne = record.subject === `application:${id}` && String(record.event).startsWith('application-');
        return isOne ? [auditRecord.parse(record)] : [];
      });
    },
    /** What its applicant has been told of it. */
    async toldOf({ id, who }: Subject) {
      const found = await bot.store.find({ type: messageRecord.type, person: who.personId }, 1000);
      const contents = found.map(({ record }) => messageRecord.parse(record).content);
      return contents.flatMap((one) => (one.kind === 'application-news' && one.applicationId === id ? [one.news] : []));
    },
  };
}
