import { remembering } from '../../services/questions/engine/cache.ts';
import { loadEncoder } from '../../services/questions/engine/encoder.ts';
import { gateInput } from '../../services/questions/engine/gate.ts';
import { examples, none } from '../../services/questions/engine/training.ts';
import { isSilent } from '../../services/questions/knowledge.ts';
import { termsOf } from '../../services/questions/terms.ts';
import { type Case, casesOf, gateFrom, isRight } from './left-out.ts';
import { share } from './report.ts';

/**
 * `npm run eval -- --fit`: fits how sure to be, for `services/questions/engine/gate.ts`, and shows what each threshold
 * for answering lets through.
 */
export async function fitGate(): Promise<void> {
  const all = examples();
  const encoder = await loadEncoder();
  const encoded = encoder && (await remembering(encoder).embed(all.map(({ text }) => text)));
  const { byMeaning, byWords } = casesOf(all, termsOf, encoded);
  if (encoded) report('with meaning', byMeaning);
  report('by words alone', byWords);
}

const thresholds = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

function report(name: string, cases: Case[]): void {
  const { bias, weights, sure } = gateFrom(cases);
  const names = cases[0] ? gateInput(cases[0].signals).map(([signal]) => signal) : [];
  console.log(`\n${name}\n  bias: ${bias.toFixed(2)},`);
  for (const [index, signal] of names.entries()) console.log(`  ${signal}: ${weights[index]?.toFixed(2)},`);
  const scored = cases.map((one) => ({ ...one, sure: one.guess === none ? 0 : sure(one) }));
  const inGroup = (group: Case['group']) => scored.filter((one) => one.group === group);
  for (const least of thresholds) {
    const passed = (some: typeof scored) => some.filter((one) => one.sure >= least);
    const through = passed(inGroup('known'));
    const facts = through.filter(({ guess }) => !guess.startsWith('intent:') && !isSilent(guess));
    const right = (some: Case[]) => some.filter(isRight).length;
    const passedOf = (group: Case['group']) => share(passed(inGroup(group)).length, inGroup(group).length);
    console.log(
      `  from ${least}: right ${share(right(through), inGroup('known').length)}; of what is answered ` +
        `${share(right(through), through.length)}, of facts ${share(right(facts), facts.length)}; ` +
        `answered though outside ${passedOf('outside')}, though left out ${passedOf('left out')}`,
    );
  }
}
