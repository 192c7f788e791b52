import type { MessageRecord } from './delivery/outbox.ts';

/** What became of one attempt to send a message. */
export type Delivered =
  | { kind: 'sent'; activityId?: string | undefined }
  | { kind: 'try-later'; afterMs?: number | undefined; mayHaveArrived: boolean; reason: string }
  /** It cannot arrive: the reason in words that a lead can act on. */
  | { kind: 'gave-up'; reason: string };

/** Sends one message, once. The only way out of the services to people. */
export type Messenger = { deliver(message: MessageRecord): Promise<Delivered> };
