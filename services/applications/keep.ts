import type { Holidays } from '../school-days.ts';
import type { StoredFields } from '../store/record.ts';
import type { Application } from './application.ts';
import { withDue } from './due.ts';
import { happeningsOf } from './happenings.ts';
import { linesWith } from './lines.ts';
import { type Places, placesWith } from './places.ts';

/**
 * What one commit writes when an application comes to its hub (nothing before), changes, or goes (nothing after): itself
 * with when the clock looks at it next, the places, its lines in the lists, and what the next digest tells. Everything
 * that touches an application goes through here, so that the counts and the lists are always the applications. An offer's
 * reminders pass over `holidays`.
 */
export function keeping(
  places: Places,
  before: Application | undefined,
  after: Application | undefined,
  holidays: Holidays = [],
): { write: StoredFields[]; remove: string[]; derive: { put: StoredFields[]; remove: string[] } } {
  const lines = linesWith(before, after);
  return {
    write: [...(after ? [withDue(after, holidays)] : []), placesWith(places, before, after)],
    remove: before && !after ? [before.id] : [],
    derive: { put: [...lines.put, ...happeningsOf(before, after)], remove: lines.remove },
  };
}
