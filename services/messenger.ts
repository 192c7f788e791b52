import type { MessageRecord } from './delivery/outbox.ts';
import type { PersonalChat } from './people/person.ts';

/** What became of one attempt to send a message. */
export type Delivered =
  | { kind: 'sent'; activityId?: string | undefined }
  | { kind: 'try-later'; afterMs?: number | undefined; mayHaveArrived: boolean; reason: string }
  /** There is no way to them: `closed` is the chat that was tried and takes nothing. Reasons are in words for a lead. */
  | { kind: 'no-way'; reason: string; closed?: PersonalChat }
  /** Teams does not take it, and another try gets the same answer. */
  | { kind: 'refused'; reason: string }
  /** There is nothing left to say. */
  | { kind: 'gave-up'; reason: string };

/** Sends one message, once. The only way out of the services to people. */
export type Messenger = { deliver(message: MessageRecord): Promise<Delivered> };
