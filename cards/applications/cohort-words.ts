import type { CohortHeld } from '../../services/applications/cohorts.ts';
import { timesWord } from '../learning/insights.ts';

/** The cohort that people apply to now, and those of which there are applications. */
export type Cohorts = { now: string; held: CohortHeld[] };

/** Cohorts, each once, the newest first. */
export const newestFirst = (cohorts: string[]): string[] =>
  [...new Set(cohorts)].toSorted((one, other) => other.localeCompare(one, 'en-GB', { numeric: true }));

/** The cohorts next to the one that is shown, the newer before the older: from one to the next all are reached. */
export function cohortsBeside(shown: string, cohorts: string[]): string[] {
  const order = newestFirst([shown, ...cohorts]);
  const at = order.indexOf(shown);
  return order.slice(Math.max(0, at - 1), at + 2).filter((one) => one !== shown);
}

/** Which other cohorts still have applications that wait for something. */
export const unsettledWords = (shown: string, { held }: Cohorts): string[] =>
  held
    .filter(({ cohort, unsettled }) => cohort !== shown && unsettled > 0)
    .map(({ cohort, unsettled }) => {
      const are = unsettled === 1 ? 'is' : 'are';
      return `${timesWord(unsettled, 'application')} of Cohort ${cohort} ${are} not settled yet.`;
    });
