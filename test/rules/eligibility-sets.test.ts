import { readdirSync } from 'node:fs';
import { factsTold } from '../../services/eligibility/facts-told.ts';
import raw from '../../services/eligibility/learnt/examples.json' with { type: 'json' };
import { writtenOn } from '../../services/eligibility/learnt/examples.ts';
import { verdictOn } from '../../services/eligibility/rules.ts';
import { verdictNames } from '../eval/outcome.ts';
import { questionsIn } from '../eval/question.ts';
import { engine } from '../support/engine.ts';

type Asked = { asks: string; right: string[] };

const folder = new URL('../questions/', import.meta.url);
const examples = new Set(raw.map(([text]) => text));
/** Questions nothing is learnt from. */
const unlearnt: Asked[] = readdirSync(folder)
  .filter((file) => file !== 'held-out.json')
  .flatMap((file) => questionsIn(new URL(file, folder).pathname))
  .filter(({ kind, question }) => kind === 'eligibility' && !examples.has(question))
  .map(({ question, expect: { verdict, accept = [] } }) => ({ asks: question, right: [verdict ?? '', ...accept] }));
const learnt: Asked[] = raw.map(([asks = '', letters = '']) => ({ asks, right: rightFor(letters) }));

/** Of the letters of an example, one for each criterion. Where careful readers differ, `.`, it may be either. */
function rightFor(letters: string): string[] {
  if (letters.includes('n')) return ['not_eligible'];
  const maybe = letters.includes('.') ? ['not_eligible', 'needs_more_info'] : [];
  return [letters.includes('o') ? 'needs_more_info' : 'eligible', ...maybe];
}

async function judged(all: Asked[]): Promise<(Asked & { got: string })[]> {
  return Promise.all(
    all.map(async (one) => {
      const facts = await factsTold(engine, one.asks, writtenOn);
      return { ...one, got: verdictNames[verdictOn(facts, writtenOn).kind] };
    }),
  );
}

/** In milliseconds: where nothing is learnt yet, they wait for that, and then thousands of texts are read. */
const enough = 90_000;

/** Written to mislead, and misread still. */
const misread = new Set([
  "Nine years of maths at a state secondary, with QTS, up to 2023. Then I changed schools, and I'm teaching maths there today.",
]);

const isRight = ({ right, got }: Asked & { got: string }) => right.includes(got);

describe.each([
  { what: 'texts that are learnt from', all: learnt, least: 0.95 },
  { what: 'texts that nothing is learnt from', all: unlearnt, least: 0.95 },
])('Of all $what', ({ all, least }) => {
  const found = judged(all);

  test(
    'not one gets a wrong verdict: where the bot is not right, it asks',
    async () => {
      expect(all.length).toBeGreaterThan(500);
      expect(
        (await found).filter((one) => one.got !== 'needs_more_info' && !isRight(one) && !misread.has(one.asks)),
      ).toEqual([]);
    },
    enough,
  );

  test(
    'nearly all get the right one',
    async () => {
      expect((await found).filter(isRight).length / all.length).toBeGreaterThanOrEqual(least);
    },
    enough,
  );
});

test('Every example stands there once, with a letter for every criterion', () => {
  expect(new Set(raw.map(([text]) => text)).size).toBe(raw.length);
  expect(raw.filter(([, letters = '']) => !/^[yno.]{5}$/.test(letters))).toEqual([]);
});
