import { DateTime } from 'luxon';
import { dateInEngland } from '../services/clock.ts';

/** `2026-03-03` → `Tuesday 3 March 2026`. */
export function longDate(isoDate: string): string {
  return DateTime.fromISO(isoDate).setLocale('en-GB').toFormat('cccc d LLLL yyyy');
}

/** `2026-03-03` → `3 March 2026`. */
export function shortDate(isoDate: string): string {
  return DateTime.fromISO(isoDate).setLocale('en-GB').toFormat('d LLLL yyyy');
}

/** `2027-09-01` → `September 2027`. */
export function monthAndYear(isoDate: string): string {
  return DateTime.fromISO(isoDate).setLocale('en-GB').toFormat('LLLL yyyy');
}

/** The day of an instant in England: `Tuesday 3 March 2026`. */
export const dayInEngland = (iso: string): string => longDate(dateInEngland(new Date(iso)));

/** An instant as people in England say it: `3 March 2026, 4.05 pm`. */
export function instantInEngland(iso: string): string {
  const time = DateTime.fromISO(iso, { zone: 'Europe/London' }).setLocale('en-GB');
  return `${time.toFormat('d LLLL yyyy')}, ${time.toFormat('h.mm a').toLowerCase()}`;
}

/** `a`, `b` and `c` → `a, b and c`. */
export function inWords(things: string[]): string {
  return things.length < 2 ? things.join('') : `${things.slice(0, -1).join(', ')} and ${things.at(-1)}`;
}

/** At most so many characters, with an ellipsis where something was left out. Never half an emoji. */
export function shortened(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
