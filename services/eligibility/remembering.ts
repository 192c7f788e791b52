import { DateTime } from 'luxon';
import { type Facts, openEnded } from './facts.ts';

/**
 * What somebody told on one ISO date, as it stands on a later one, if they have gone on teaching: their experience has
 * grown by the months that have certainly passed at least, and by those that have begun at most. All else is unchanged.
 */
export function recalled(told: Facts, toldOn: string, today: string): Facts {
  if (!told.experience || today <= toldOn) return told;
  const { minMonths, maxMonths } = told.experience;
  const passed = monthsBetween(toldOn, today);
  const experience = {
    ...told.experience,
    minMonths: Math.min(minMonths + Math.floor(passed), openEnded),
    maxMonths: Math.min(maxMonths + Math.ceil(passed), openEnded),
    // The day from which they have two years stays the same, whenever they ask.
    startedBy: told.experience.startedBy ?? monthsBefore(toldOn, minMonths),
  };
  return { ...told, experience };
}

const monthsBefore = (date: string, months: number) =>
  DateTime.fromISO(date, { zone: 'utc' }).minus({ months }).toFormat('yyyy-MM-dd');

function monthsBetween(from: string, to: string): number {
  return DateTime.fromISO(to, { zone: 'utc' }).diff(DateTime.fromISO(from, { zone: 'utc' }), 'months').months;
}

/** What is known once more has been told: of each fact, the newest statement. */
export function withNewer(known: Facts, newer: Facts): Facts {
  return { ...known, ...newer };
}
