import { globSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { warmUp } from '../../services/questions/answer.ts';
import { type Engine, startEngine } from '../../services/questions/engine/engine.ts';
import { fewShot } from './few-shot.ts';
import { fitGate } from './fit-gate.ts';
import { mistyped } from './mistyped.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { isRight, type Question, questionsIn } from './question.ts';
import { peak, share, timesOf } from './report.ts';

/**
 * `npm run eval -- FILE… [--json] [--words]`: how many questions of a set are answered as expected, kind by kind, with
 * every miss; with `--json` a line for each; with `--words` without the encoder. Learns anew every time.
 * `--train FILE --test FILE` tries the classifier on other labelled texts; `--fit` fits how sure to be.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    words: { type: 'boolean', default: false },
    train: { type: 'string' },
    test: { type: 'string' },
    fit: { type: 'boolean', default: false },
  },
});

async function asJson(engine: Engine, set: Question[]): Promise<void> {
  for (const { id, question } of set) console.log(JSON.stringify({ id, ...(await outcomeOf(engine, question)) }));
}

type Tried = { one: Question; outcome: Outcome; right: boolean; rightMistyped: boolean; took: number };

async function tried(engine: Engine, one: Question): Promise<Tried> {
  const start = performance.now();
  const outcome = await outcomeOf(engine, one.question);
  const took = performance.now() - start;
  const rightMistyped = isRight(one, await outcomeOf(engine, mistyped(one.question)));
  return { one, outcome, right: isRight(one, outcome), rightMistyped, took };
}

async function asReport(engine: Engine, set: Question[]): Promise<void> {
  const all: Tried[] = [];
  for (const one of set) all.push(await tried(engine, one));
  for (const [kind, some] of Map.groupBy(all, ({ one }) => one.kind)) {
    const counted = (which: 'right' | 'rightMistyped') => share(some.filter((it) => it[which]).length, some.length);
    console.log(
      `  ${kind.padEnd(14)} ${counted('right')} of ${some.length}; with a slip each ${counted('rightMistyped')}`,
    );
    for (const { one, outcome, right } of some)
      if (!right) console.log(`    ${one.id}  ${one.question}  →  ${JSON.stringify(outcome)}`);
  }
  const answered = all.filter(({ outcome }) => outcome.outcome === 'answer');
  console.log(`  direct answers that are right: ${answered.filter(({ right }) => right).length} of ${answered.length}`);
  console.log(`  per question ${timesOf(all.map(({ took }) => took))}`);
}

/** The sets that were read while the bot was made. */
const developmentSets = (): string[] => globSync('test/questions/dev*.json').toSorted();

async function evaluate(files: string[]): Promise<void> {
  const engine = startEngine({ encoder: !values.words, cached: false });
  const start = performance.now();
  await Promise.all([engine.ready(), warmUp()]);
  const usable = performance.now() - start;
  await engine.learnt();
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  if (!values.json)
    console.log(`usable after ${seconds(usable)}, all learnt after ${seconds(performance.now() - start)}`);
  for (const file of files) {
    if (!values.json) console.log(`\n${file}`);
    await (values.json ? asJson : asReport)(engine, questionsIn(file));
  }
  if (!values.json) console.log(`\npeak RSS ${peak()}, what learning takes in its own process aside`);
  await engine.stop();
}

if (values.fit) await fitGate();
else if (values.train && values.test) await fewShot(values.train, values.test);
else await evaluate(positionals.length > 0 ? positionals : developmentSets());
