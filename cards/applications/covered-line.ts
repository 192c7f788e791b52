import type { HubWindow } from '../../services/applications/look.ts';
import type { Covered } from '../../services/applications/suggested-hub.ts';
import { inWords, shortDate } from '../words.ts';

/** Says which hubs cover a school's local authority, which of them have closed, and that the choice is the school's. */
export function coveredLine({ authority, hubs, isChoice }: Covered): string {
  const names = hubs.map(({ name, window }) => (window.kind === 'closed' ? `${name}${windowNote(window)}` : name));
  const covered = `Your school is in ${authority}, covered by ${inWords(names)}.`;
  return isChoice ? `${covered} A school may choose any hub.` : covered;
}

/** When a hub takes applications, beside its name. */
export function windowNote(window: HubWindow['window']): string {
  switch (window.kind) {
    case 'open':
      return ` (open until ${shortDate(window.closes)})`;
    case 'not-yet':
      return ` (opens ${shortDate(window.opens)})`;
    case 'closed':
      return ` (closed ${shortDate(window.closed)})`;
    case 'not-set':
      return ' (has not said when)';
  }
}
