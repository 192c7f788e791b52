import { setImmediate as letOthersRun } from 'node:timers/promises';
import { type Codes, codesOf, setCode } from './codes.ts';
import { rowIn, type SchoolRow } from './school.ts';
import { schoolFacts } from './school-facts.ts';
import { nameWeightsOf, type WordTable, weightsOf, wordsStanding } from './word-table.ts';
import { wordsIn } from './words.ts';

/**
 * All schools of the register, to be searched: the lines themselves, not unpacked, and a table of which word stands
 * where. Almost all of it is bytes, which the collector of garbage does not walk.
 */
export type SchoolIndex = WordTable & {
  count: number;
  text: Buffer;
  /** Where each line begins in `text`; one more says where the last ends. */
  lines: Uint32Array;
  /** How much a word tells: rare words more than common ones. */
  weights: Float32Array;
  /** How much all words of a school's name tell together. */
  nameWeights: Float32Array;
  /** 2: state-funded and secondary; 1: may be; 0: is not. */
  likelihood: Uint8Array;
  urns: Codes;
  postcodes: Codes;
  /** What a search counts with, a number for each school: a search runs in one go, so that all can share them. */
  scratch: Record<'there' | 'inName' | 'thereOfAll' | 'inNameOfAll' | 'best' | 'bestInName', Float32Array>;
};

/** Schools taken in one go. */
const atOnce = 200;
const newline = 10;

/** Makes the index of the lines in `text`, letting others run in between. */
export async function indexOf(text: Buffer): Promise<SchoolIndex> {
  const lines = lineStarts(text);
  const count = lines.length - 1;
  const likelihood = new Uint8Array(count);
  const urns = codesOf(count, 7);
  const postcodes = codesOf(count, 7);
  const standing = wordsStanding();
  for (let school = 0; school < count; school++) {
    if (school % atOnce === 0) await letOthersRun();
    const row = rowIn(lineAt(text, lines, school));
    setCode(urns, school, row.urn);
    setCode(postcodes, school, row.postcode);
    likelihood[school] = likelihoodOf(row);
    for (const [where, words] of placedWords(row).entries()) {
      for (const word of words) standing.add(word, school * 4 + where);
    }
  }
  const table = await standing.table();
  await letOthersRun();
  const weights = weightsOf(table, count);
  const nameWeights = nameWeightsOf(table, weights, count);
  const numbersEach = () => new Float32Array(count);
  const scratch = {
    there: numbersEach(),
    inName: numbersEach(),
    thereOfAll: numbersEach(),
    inNameOfAll: numbersEach(),
    best: numbersEach(),
    bestInName: numbersEach(),
  };
  return { count, text, lines, likelihood, urns, postcodes, ...table, weights, nameWeights, scratch };
}

/** One school's line. */
export function rowAt({ text, lines }: Pick<SchoolIndex, 'text' | 'lines'>, school: number): SchoolRow {
  return rowIn(lineAt(text, lines, school));
}

const lineAt = (text: Buffer, lines: Uint32Array, school: number): string =>
  text.toString('utf8', lines[school], (lines[school + 1] ?? 1) - 1);

function lineStarts(text: Buffer): Uint32Array {
  const starts = [0];
  for (let at = text.indexOf(newline); at >= 0; at = text.indexOf(newline, at + 1)) starts.push(at + 1);
  return Uint32Array.from([...starts, text.length + 1]);
}

/** The words of a school, each once, by where they stand: the order of `places`. */
function placedWords({ name, town, postcode, localAuthority, locality }: SchoolRow): Set<string>[] {
  const [outward = ''] = postcode.split(' ');
  return [
    new Set(wordsIn(name)),
    new Set(wordsIn(`${town} ${outward}`)),
    new Set(wordsIn(`${localAuthority} ${locality}`)),
  ];
}

function likelihoodOf(row: SchoolRow): number {
  const { stateFunded, secondary } = schoolFacts(row);
  if (stateFunded === 'yes' && secondary === 'yes') return 2;
  return stateFunded !== 'no' && secondary !== 'no' ? 1 : 0;
}
