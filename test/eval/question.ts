import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Outcome } from './outcome.ts';

const phrase = z.union([z.string(), z.array(z.string())]);
const question = z.object({
  id: z.string(),
  question: z.string(),
  kind: z.enum(['fact', 'eligibility', 'unanswerable', 'out_of_scope', 'intent']),
  expect: z.object({
    facts: z.array(phrase).optional(),
    must_not: z.array(z.string()).optional(),
    verdict: z.enum(['eligible', 'not_eligible', 'needs_more_info']).optional(),
    intent: z.string().optional(),
    /** Other verdicts, intents or outcomes that are as good. */
    accept: z.array(z.string()).optional(),
  }),
});
export type Question = z.infer<typeof question>;

export const questionsIn = (file: string): Question[] =>
  z.array(question).parse(JSON.parse(readFileSync(file, 'utf8')));

/** Whether a question was answered as expected. */
export function isRight({ kind, expect }: Question, { outcome, verdict, intent, text }: Outcome): boolean {
  const says = (words: string) => text.toLowerCase().includes(words.toLowerCase());
  const accepted = expect.accept ?? [];
  if ([outcome, verdict, intent].some((one) => one !== undefined && accepted.includes(one))) return true;
  switch (kind) {
    case 'eligibility':
      return verdict !== undefined && verdict === expect.verdict;
    case 'fact':
      return (
        // What the document says is also told beside what it does not say.
        (outcome === 'answer' || outcome === 'abstain') &&
        (expect.facts ?? []).every((words) => [words].flat().some(says)) &&
        !(expect.must_not ?? []).some(says)
      );
    case 'unanswerable':
    case 'out_of_scope':
      return outcome === 'abstain' || outcome === 'clarify' || outcome === 'smalltalk';
    case 'intent':
      return intent !== undefined && intent === expect.intent;
  }
}
