import { randomUUID } from 'node:crypto';
import { cohortForm, cohortPreview } from '../../cards/set-up/cohort-form.ts';
import { can } from '../../services/access.ts';
import { type CohortFault, type CohortTyped, saveCohort } from '../../services/people/cohort.ts';
import { type HolidayFault, holidayLines } from '../../services/people/holidays.ts';
import { type CohortYears, type Programme, yearsOf } from '../../services/people/programme.ts';
import type { Reply, Turn } from '../turn.ts';
import type { ActionHandlers } from './index.ts';
import { onlyCoordinators, showChecklist, withNewProgramme } from './set-up.ts';

export const cohort: Pick<ActionHandlers, 'cohort.open' | 'cohort.save' | 'cohort.start'> = {
  'cohort.open': (_, turn) => (can(turn.actor, 'run-programme', {}) ? form(turn) : onlyCoordinators),
  'cohort.save': (input, turn) => save(turn, input, false),
  'cohort.start': (input, turn) => save(turn, input, true),
};

type Kept = { typed?: CohortTyped; faults?: CohortFault[]; lines?: HolidayFault[]; op?: string; stale?: boolean };

/** The form as the cohort stands, or with what was typed where that could not be saved. */
function form({ programme }: Turn, kept: Kept = {}): Reply {
  const { typed, faults = [], lines = [], op = randomUUID(), stale = false } = kept;
  const current = valuesOf(programme, programme.cohort, yearsOf(programme));
  const values = typed ? { ...typed, holidays: typed.holidays ?? current.holidays } : current;
  return { card: cohortForm({ op, cohort: programme.cohort, values, faults, lines, stale }) };
}

function valuesOf({ holidays }: Programme, name: string, years: CohortYears) {
  const { yearOneFrom = '', yearOneTo = '', yearTwoTo = '' } = years;
  return { name, yearOneFrom, yearOneTo, yearTwoTo, holidays: holidayLines(holidays) };
}

async function save(
  turn: Turn,
  { op, cohort: shown, ...typed }: CohortTyped & { op: string; cohort: string },
  start: boolean,
): Promise<Reply> {
  const result = await saveCohort(turn.deps, turn.actor, turn.programme, { op, cohort: shown, typed, start });
  switch (result.kind) {
    case 'saved':
      return showChecklist(await withNewProgramme(turn), 0, savedWords(shown, result.name));
    case 'another-cohort': {
      const values = valuesOf(turn.programme, result.name, result.years);
      return {
        card: cohortPreview({ op, cohort: shown, values: { ...values, holidays: typed.holidays ?? values.holidays } }),
      };
    }
    case 'faults':
      return form(turn, { typed, faults: result.faults, lines: result.lines, op });
    case 'stale':
      return form(await withNewProgramme(turn), { stale: true });
    case 'denied':
      return onlyCoordinators;
  }
}

const savedWords = (before: string, now: string) =>
  before === now ? `Cohort ${now} is saved.` : `People apply to Cohort ${now} from now on.`;
