import { DateTime } from 'luxon';

/** What time it is: the one way the services learn it, so that tests can set it. */
export type Clock = { now(): Date };

/** The time of the machine the bot runs on. */
export const systemClock: Clock = { now: () => new Date() };

/** Which date (`2026-03-02`) it is in England at this instant. */
export function dateInEngland(instant: Date): string {
  return DateTime.fromJSDate(instant, { zone: 'Europe/London' }).toISODate() ?? '';
}
