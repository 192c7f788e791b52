import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { dateInEngland, systemClock } from '../../services/clock.ts';
import { asksAboutEligibility, factsFrom } from '../../services/eligibility/facts-from-text.ts';
import { verdictOn } from '../../services/eligibility/rules.ts';
import { answerTo } from '../../services/questions/answer.ts';

/** `npm run eval -- FILE…`: how many questions of a set are answered as expected, kind by kind, with every miss. */
const phrase = z.union([z.string(), z.array(z.string())]);
const question = z.object({
  id: z.string(),
  question: z.string(),
  kind: z.enum(['fact', 'eligibility', 'unanswerable', 'out_of_scope', 'intent']),
  expect: z.object({
    facts: z.array(phrase).optional(),
    must_not: z.array(z.string()).optional(),
    verdict: z.enum(['eligible', 'not_eligible', 'needs_more_info']).optional(),
  }),
});
type Question = z.infer<typeof question>;

const today = dateInEngland(systemClock.now());
const verdictNames = {
  eligible: 'eligible',
  'not-yet': 'not_eligible',
  no: 'not_eligible',
  'need-to-know': 'needs_more_info',
  'ask-hub': 'needs_more_info',
};

/** What came out: the verdict's name, the answer's text, or that there was none. */
function outcomeOf(text: string): { verdict?: string; text: string } {
  if (asksAboutEligibility(text))
    return { verdict: verdictNames[verdictOn(factsFrom(text, today), today).kind], text: '' };
  const answer = answerTo(text);
  return { text: answer.kind === 'answer' ? answer.text : '' };
}

function isRight({ kind, question: text, expect }: Question): boolean {
  const outcome = outcomeOf(text);
  const says = (words: string) => outcome.text.toLowerCase().includes(words.toLowerCase());
  switch (kind) {
    case 'eligibility':
      // Asking for a fact is no wrong answer, but it is none that was wanted where the set has a verdict.
      return outcome.verdict === expect.verdict;
    case 'fact':
      return (expect.facts ?? []).every((words) => [words].flat().some(says)) && !(expect.must_not ?? []).some(says);
    case 'unanswerable':
    case 'out_of_scope':
      return outcome.verdict === undefined && outcome.text === '';
    case 'intent':
      return false;
  }
}

const files = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
for (const file of files.length > 0 ? files : ['test/questions/dev.json']) {
  const set = z.array(question).parse(JSON.parse(readFileSync(file, 'utf8')));
  console.log(`\n${file}`);
  for (const [kind, questions] of Map.groupBy(set, (one) => one.kind)) {
    if (kind === 'intent') {
      console.log(`  ${kind.padEnd(14)} not measured: actions are typed commands for now`);
      continue;
    }
    const misses = questions.filter((one) => !isRight(one));
    const share = (100 * (questions.length - misses.length)) / questions.length;
    console.log(`  ${kind.padEnd(14)} ${share.toFixed(1)} % of ${questions.length}`);
    for (const { id, question: text } of misses)
      console.log(`    ${id}  ${text}  →  ${JSON.stringify(outcomeOf(text))}`);
  }
}
