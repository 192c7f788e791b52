import { DateTime } from 'luxon';

/** What time it is: the one way the services learn it, so that tests can set it. */
export type Clock = { now(): Date };

/** The time of the machine the bot runs on. */
export const systemClock: Clock = { now: () => new Date() };

/** Which date (`2026-03-02`) it is in England at this instant. */
export function dateInEngland(instant: Date): string {
  return DateTime.fromJSDate(instant, { zone: 'Europe/London' }).toISODate() ?? '';
}

/** The hour it is in England at this instant, from 0 to 23. */
export function hourInEngland(instant: Date): number {
  return DateTime.fromJSDate(instant, { zone: 'Europe/London' }).hour;
}

/** The instant at which it is this hour on this date in England, as `toISOString` writes it. */
export function atInEngland(isoDate: string, hour: number): string {
  return DateTime.fromISO(isoDate, { zone: 'Europe/London' }).set({ hour }).toJSDate().toISOString();
}
