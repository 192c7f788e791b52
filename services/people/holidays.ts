import { z } from 'zod';
import type { Programme } from './programme.ts';

type Holidays = Programme['holidays'];

/** More holidays than a few school years have. */
const most = 60;

/** What is wrong with a line of holidays. */
export type HolidayFault = { line: number; text: string; why: 'not-two-dates' | 'ends-before-it-begins' | 'too-many' };

/**
 * School holidays as a coordinator types them, one a line: `2026-12-21 to 2027-01-03`, or one date for a single day. Empty
 * lines count for nothing; what cannot be read is said with its line. In order, earliest first.
 */
export function holidaysIn(typed: string): Holidays | { faults: HolidayFault[] } {
  const lines = typed.split('\n').map((text, index) => ({ text: text.trim(), line: index + 1 }));
  const read = lines.filter(({ text }) => text !== '').map(holidayIn);
  const faults = read.flatMap((one) => ('why' in one ? [one] : []));
  if (read.length > most) return { faults: [{ line: most + 1, text: '', why: 'too-many' }] };
  if (faults.length > 0) return { faults };
  return read.flatMap((one) => ('why' in one ? [] : [one])).sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** The same in the form they are typed in. */
export const holidayLines = (holidays: Holidays): string =>
  holidays.map(({ from, to }) => (from === to ? from : `${from} to ${to}`)).join('\n');

const isDate = (text: string) => z.iso.date().safeParse(text).success;

function holidayIn({ text, line }: { text: string; line: number }): Holidays[number] | HolidayFault {
  const [, from = '', to = from] =
    /^(\d{4}-\d{2}-\d{2})(?:\s*(?:to|until|–|-)\s*(\d{4}-\d{2}-\d{2}))?$/i.exec(text) ?? [];
  if (!isDate(from) || !isDate(to)) return { line, text, why: 'not-two-dates' };
  return from > to ? { line, text, why: 'ends-before-it-begins' } : { from, to };
}
