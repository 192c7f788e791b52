import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { dateInEngland, systemClock } from '../../services/clock.ts';
import { asksAboutEligibility, factsFrom } from '../../services/eligibility/facts-from-text.ts';
import { verdictOn } from '../../services/eligibility/rules.ts';
import { startEngine } from '../../services/questions/engine/engine.ts';
import { type Answer, hybridAnswer } from '../../services/questions/hybrid-answer.ts';
import { fewShot } from './few-shot.ts';

/**
 * `npm run eval -- FILE… [--json]`: how many questions of a set are answered as expected, kind by kind, with every miss;
 * with `--json` a line for each. `--train FILE --test FILE` tries the classifier on other labelled texts.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    words: { type: 'boolean', default: false },
    train: { type: 'string' },
    test: { type: 'string' },
  },
});

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
} as const;

type Outcome = {
  outcome: 'answer' | 'verdict' | 'intent' | 'abstain' | 'clarify' | 'smalltalk';
  verdict?: string;
  intent?: string;
  topics: string[];
  text: string;
};

const engine = startEngine({ encoder: !values.words });

/** What the bot makes of a question. */
async function outcomeOf(text: string): Promise<Outcome> {
  if (asksAboutEligibility(text)) {
    const verdict = verdictNames[verdictOn(factsFrom(text, today), today).kind];
    return { outcome: 'verdict', verdict, topics: [], text: verdict };
  }
  return outcomeFrom(await hybridAnswer(engine, text));
}

function outcomeFrom(answer: Answer): Outcome {
  switch (answer.kind) {
    case 'answer':
      return { outcome: 'answer', topics: [answer.topic], text: answer.text };
    case 'answers': {
      const said = answer.parts.some(({ silent }) => !silent);
      const text = answer.parts.map((one) => one.text).join('\n');
      return { outcome: said ? 'answer' : 'abstain', topics: answer.parts.map(({ topic }) => topic), text };
    }
    case 'not-in-the-document':
      return { outcome: 'abstain', topics: [answer.topic], text: `The document does not say ${answer.subject}.` };
    case 'did-you-mean':
      return { outcome: 'clarify', topics: answer.questions.map(({ topic }) => topic), text: '' };
    case 'intent': {
      if (answer.intent === 'eligibility')
        return { outcome: 'verdict', verdict: 'needs_more_info', topics: [], text: '' };
      const smalltalk = answer.intent.startsWith('smalltalk:');
      return { outcome: smalltalk ? 'smalltalk' : 'intent', intent: answer.intent, topics: [], text: '' };
    }
    case 'abstain':
      return { outcome: 'abstain', topics: [], text: '' };
  }
}

function isRight({ kind, expect }: Question, { outcome, verdict, intent, text }: Outcome): boolean {
  const says = (words: string) => text.toLowerCase().includes(words.toLowerCase());
  switch (kind) {
    case 'eligibility':
      return verdict === expect.verdict;
    case 'fact':
      return (
        outcome === 'answer' &&
        (expect.facts ?? []).every((words) => [words].flat().some(says)) &&
        !(expect.must_not ?? []).some(says)
      );
    case 'unanswerable':
    case 'out_of_scope':
      return outcome === 'abstain' || outcome === 'clarify' || outcome === 'smalltalk';
    case 'intent':
      return intent === expect.intent;
  }
}

const wordsKnown = /[a-z]{5,}/gi;
/** The question with one letter wrong: two letters of its longest word change places. */
function mistyped(text: string): string {
  const longest = [...text.matchAll(wordsKnown)].sort((a, b) => b[0].length - a[0].length)[0];
  if (!longest) return text;
  const at = longest.index + Math.floor(longest[0].length / 2);
  return `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`;
}

async function evaluate(file: string): Promise<void> {
  const set = z.array(question).parse(JSON.parse(readFileSync(file, 'utf8')));
  if (values.json) {
    for (const one of set) console.log(JSON.stringify({ id: one.id, ...(await outcomeOf(one.question)) }));
    return;
  }
  console.log(`\n${file}`);
  const times: number[] = [];
  let answered = 0;
  let answeredWrong = 0;
  for (const [kind, questions] of Map.groupBy(set, (one) => one.kind)) {
    const misses: string[] = [];
    let typos = 0;
    for (const one of questions) {
      const start = performance.now();
      const outcome = await outcomeOf(one.question);
      times.push(performance.now() - start);
      const right = isRight(one, outcome);
      if (outcome.outcome === 'answer') answered++;
      if (outcome.outcome === 'answer' && !right) answeredWrong++;
      if (!right) misses.push(`    ${one.id}  ${one.question}  →  ${JSON.stringify(outcome)}`);
      if (isRight(one, await outcomeOf(mistyped(one.question)))) typos++;
    }
    const share = (count: number) => ((100 * count) / questions.length).toFixed(1);
    const plain = share(questions.length - misses.length);
    console.log(`  ${kind.padEnd(14)} ${plain} % of ${questions.length}; with a typo each ${share(typos)} %`);
    for (const miss of misses) console.log(miss);
  }
  times.sort((a, b) => a - b);
  const at = (quantile: number) => (times[Math.floor(quantile * times.length)] ?? 0).toFixed(1);
  console.log(`  direct answers that are right: ${answered - answeredWrong} of ${answered}`);
  console.log(`  per question p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`);
}

if (values.train && values.test) await fewShot(values.train, values.test);
else {
  for (const file of positionals.length > 0 ? positionals : ['test/questions/dev.json']) await evaluate(file);
  if (!values.json) console.log(`\npeak RSS ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}
