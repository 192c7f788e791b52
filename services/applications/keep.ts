import type { StoredFields } from '../store/record.ts';
import type { Application } from './application.ts';
import { linesWith } from './lines.ts';
import { type Places, placesWith } from './places.ts';

/**
 * What one commit writes when an application comes to its hub (nothing before), changes, or goes (nothing after): itself,
 * the places, and its lines in the lists. Everything that touches an application goes through here, so that the counts
 * and the lists are always the applications.
 */
export function keeping(
  places: Places,
  before: Application | undefined,
  after: Application | undefined,
): { write: StoredFields[]; remove: string[]; derive: { put: StoredFields[]; remove: string[] } } {
  return {
    write: [...(after ? [after] : []), placesWith(places, before, after)],
    remove: before && !after ? [before.id] : [],
    derive: linesWith(before, after),
  };
}
