import { z } from 'zod';
import { addressee } from '../delivery/message.ts';
import { hubPartition } from '../people/hub.ts';
import { defineRecord, type RecordOf } from '../store/record.ts';

/** The most a question and an answer may have, in characters. */
export const longest = { question: 1000, answer: 2000 };

/** The most lines of a text: a card shows each by itself. */
const mostLines = 30;

/** A text as it is kept: without empty lines, and what is over 30 lines as one. */
export function tidied(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const rest = lines.slice(mostLines - 1).join(' ');
  return [...lines.slice(0, mostLines - 1), ...(rest ? [rest] : [])].join('\n');
}

/** How long a question is kept, in days: its text goes then, its answer stays in the asker's chat. */
const keepDays = 90;
/** One that nobody has answered ends earlier, by more than the longest weekend: so that whoever asked can still be told. */
const endDays = keepDays - 5;

/** The leads' posts about it are emptied earlier, so that a bot that was down for a while still does it in time. */
const postedDays = keepDays - 1;

/**
 * A question to the leads of a hub. `person` is who asked; `due` is when to look whether it still waits or, when it does
 * not, when to take it out of the leads' posts.
 */
export const hubQuestionRecord = defineRecord('hub-question', 1, {
  /** The operation that asked it. */
  op: z.string(),
  askedAt: z.string(),
  question: z.string().min(1).max(longest.question),
  /** Whether the leads may see who asks. */
  named: z.boolean(),
  /** What it is about, where that is something the document is known not to say. */
  topic: z.string().optional(),
  state: z.enum(['open', 'claimed', 'answered', 'not-for-us', 'unanswered', 'no-leads']),
  /** The lead who said last that they see to it, or that it is not for the hub, and when. */
  by: z.string().optional(),
  at: z.string().optional(),
  /** `version` counts the wordings, from 1. */
  answer: z.strictObject({ text: z.string(), by: z.string(), at: z.string(), version: z.int() }).optional(),
  /** The messages in which the leads have it. */
  posts: z.array(z.strictObject({ id: z.string(), tenantId: z.string(), to: addressee })),
  reminders: z.int(),
  /** Counts the changes: each is shown in the posts. */
  revision: z.int(),
});
export type HubQuestion = RecordOf<typeof hubQuestionRecord>;

/** Which questions of a hub wait for an answer, oldest first. Always equal to the questions themselves. */
export const openQuestionsRecord = defineRecord('open-questions', 1, { ids: z.array(z.string()) });
export type OpenQuestions = RecordOf<typeof openQuestionsRecord>;

export const hubQuestionAt = (hubId: string, questionId: string) =>
  hubQuestionRecord.at(hubPartition(hubId), `hub-question:${questionId}`);
export const openQuestionsAt = (hubId: string) => openQuestionsRecord.at(hubPartition(hubId), 'open-questions');
export const questionIdOf = ({ id }: Pick<HubQuestion, 'id'>) => id.slice('hub-question:'.length);

/** Whether somebody still waits for an answer. */
export const waits = ({ state }: Pick<HubQuestion, 'state'>) => state === 'open' || state === 'claimed';

/** The hub's list of waiting questions, now that one of them is as it is, or gone. It keeps none longer than the questions. */
export function listedIn(
  hubId: string,
  open: OpenQuestions | undefined,
  { id, is, now }: { id: string; is: HubQuestion | undefined; now: Date },
): OpenQuestions {
  const { partition, id: listId } = openQuestionsAt(hubId);
  const others = (open?.ids ?? []).filter((one) => one !== id && goneAt(askedAtOf(one)) > now.toISOString());
  const ids = is && waits(is) ? [...others, id].sort() : others;
  return openQuestionsRecord.make({ partition, id: listId, ids });
}

/** When a question was asked: its id begins with it, so that questions list oldest first. */
const askedAtOf = (questionId: string) => questionId.slice(0, '2026-03-02T10:00:00.000Z'.length);

const dayMs = 86_400_000;
const daysAfter = (iso: string, days: number) => new Date(Date.parse(iso) + days * dayMs).toISOString();

/** When a question asked at this instant is gone. */
export const goneAt = (askedAt: string): string => daysAfter(askedAt, keepDays);
/** When a question ends without an answer, and when the leads' posts no longer show one that has ended. */
export const endsAt = (askedAt: string): string => daysAfter(askedAt, endDays);
export const leavesPostsAt = (askedAt: string): string => daysAfter(askedAt, postedDays);
/** Whether a question ends without an answer by now. */
export const hasEnded = ({ askedAt }: HubQuestion, now: Date): boolean => now.toISOString() >= endsAt(askedAt);
