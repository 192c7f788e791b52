import type { Reading } from './teaching-time.ts';

/**
 * Whether several stretches of teaching surely do not overlap, so that they add up: each ended before the next began, or
 * all but one were in other schools, and nothing says that they went on at the same time.
 */
export function areApart(readings: Reading[], message: string): boolean {
  if (atOnce.test(message)) return false;
  const [last, ...more] = readings.filter(({ kind }) => kind !== 'amount');
  const past = readings.filter(({ kind }) => kind === 'amount');
  if (readings.length < 2 || more.length > 0 || (last && last.kind !== 'since')) return false;
  if (past.every(({ endedBy }) => endedBy)) return areInOrder(past, last);
  const here = [...past, ...(last ? [last] : [])].filter(({ place }) => place === 'here');
  const isLater = !last || last.place === 'here' || last.isReturn === true;
  return isLater && here.length <= 1 && past.every(({ place }) => place !== undefined);
}

/** Work in several schools in the same weeks. */
export const atOnce =
  /\b(?:same time|alongside|at once|job[- ]?shar\w*|(?:part|half|days?) of (?:both|the week)|days? (?:a|per|each) week|between (?:two|both))\b/;

/** In months: one may end in the month in which the next begins. */
const spare = 1;

function areInOrder(past: Reading[], last: Reading | undefined): boolean {
  const stretches = past
    .map(({ endedBy = '', min }) => ({ from: monthOf(endedBy) - min, to: monthOf(endedBy) }))
    .toSorted((a, b) => a.to - b.to);
  const latest = last ? [{ from: monthOf(last.startedBy ?? ''), to: Number.POSITIVE_INFINITY }] : [];
  return [...stretches, ...latest].every(({ from }, at, all) => from + spare >= (all[at - 1]?.to ?? 0));
}

/** An ISO date in months since the year 0; nothing is later than what has no date. */
const monthOf = (date: string) => (date ? Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) : 0);
