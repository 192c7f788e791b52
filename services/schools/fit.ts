import type { SchoolIndex } from './school-index.ts';
import type { Likely } from './vocabulary.ts';
import { places } from './word-table.ts';

/** How much a word tells that no school has. */
const unknownWeight = 6;
/** How much less a word tells that stands around there, and not in the name or the town. */
const factorAround = 0.8;
/** Of a likeness from 0 to 1.1: what was typed is there; the name has nothing besides; the kind of school is right. */
const share = { typed: 0.75, name: 0.2, likelihood: 0.05 };
/** What was typed must be there by this much. */
const leastThere = 0.3;

/** What was typed: for each word of it the words that may be meant, and how often it is there. */
type Asked = Map<Likely[], number>;

/** How like a school is to what was typed, and the schools for which that is worth asking. */
export type Fit = { score(school: number): number; worthIt(school: number): boolean };

/**
 * Tells of one reading after the other how like it the schools are. What is in all readings, mostly nearly all, is
 * added up once.
 */
export function fitEach(index: SchoolIndex, readings: Likely[][][], tell: (fit: Fit) => void): void {
  const { there, inName, thereOfAll, inNameOfAll } = index.scratch;
  const asked = readings.map(timesEach);
  const ofAll = inAll(asked);
  there.fill(0);
  inName.fill(0);
  for (const [likely, times] of ofAll) addWord(index, likely, times);
  thereOfAll.set(there);
  inNameOfAll.set(inName);
  for (const reading of asked) {
    there.set(thereOfAll);
    inName.set(inNameOfAll);
    for (const [likely, times] of reading) {
      const more = times - (ofAll.get(likely) ?? 0);
      if (more > 0) addWord(index, likely, more);
    }
    tell(fitOf(index, reading));
  }
}

function timesEach(all: Likely[][]): Asked {
  const times: Asked = new Map();
  for (const one of all) times.set(one, (times.get(one) ?? 0) + 1);
  return times;
}

/** What is in every one of these, as often as in the one that has it least. */
function inAll([first, ...others]: Asked[]): Asked {
  const times = [...(first ?? [])].map(
    ([likely, times]) => [likely, Math.min(times, ...others.map((other) => other.get(likely) ?? 0))] as const,
  );
  return new Map(times.filter(([, least]) => least > 0));
}

function fitOf(index: SchoolIndex, reading: Asked): Fit {
  const { there, inName } = index.scratch;
  let total = 0;
  for (const [likely, times] of reading) total += times * weightOf(index, likely);
  const least = Math.max(leastThere * total, Number.MIN_VALUE);
  return {
    worthIt: (school) => (there[school] ?? 0) >= least,
    score(school) {
      const ofName = Math.min(1, (inName[school] ?? 0) / (index.nameWeights[school] || 1));
      const likelihood = share.likelihood * (index.likelihood[school] ?? 0);
      return share.typed * ((there[school] ?? 0) / (total || 1)) + share.name * ofName + likelihood;
    },
  };
}

const weightOf = ({ weights }: SchoolIndex, [likeliest]: Likely[]) =>
  likeliest ? (weights[likeliest.word] ?? 0) : unknownWeight;

/** Adds what a word tells of each school that was typed so many times, by the likeliest word of it that the school has. */
function addWord(index: SchoolIndex, likely: Likely[], times: number): void {
  const { best, bestInName } = index.scratch;
  best.fill(0);
  bestInName.fill(0);
  const weight = times * weightOf(index, likely);
  for (const { word, likeness } of likely)
    raiseWhere(index, word, likeness * weight, likeness * times * (index.weights[word] ?? 0));
}

/** Lifts every school with this word to what the word tells, where less was told of it. */
function raiseWhere({ starts, standing, scratch }: SchoolIndex, word: number, told: number, ofName: number): void {
  const { there, inName, best, bestInName } = scratch;
  const toldAround = told * factorAround;
  const end = starts[word + 1] ?? 0;
  for (let at = starts[word] ?? 0; at < end; at++) {
    const place = standing[at] ?? 0;
    const school = place >>> 2;
    const where = place & 3;
    const value = where === places.around ? toldAround : told;
    const before = best[school] ?? 0;
    if (value > before) {
      best[school] = value;
      there[school] = (there[school] ?? 0) + value - before;
    }
    if (where !== places.name) continue;
    const beforeInName = bestInName[school] ?? 0;
    if (ofName <= beforeInName) continue;
    bestInName[school] = ofName;
    inName[school] = (inName[school] ?? 0) + ofName - beforeInName;
  }
}
