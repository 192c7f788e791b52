import type { Hub } from '../people/hub.ts';
import { type Answers, answers } from './application.ts';

/** Whether a hub takes applications for a cohort. Without both dates the hub has not said, and nothing can be submitted. */
export type Window =
  | { kind: 'not-set' }
  | { kind: 'not-yet'; opens: string }
  | { kind: 'open'; closes: string }
  | { kind: 'closed'; closed: string };

/** Where a hub's window stands on a date. The opening and the closing date both count as open. */
export function windowOf(hub: Hub, cohort: string, today: string): Window {
  const { opens, closes } = hub.cohorts[cohort] ?? {};
  if (!opens || !closes) return { kind: 'not-set' };
  if (today < opens) return { kind: 'not-yet', opens };
  return today > closes ? { kind: 'closed', closed: closes } : { kind: 'open', closes };
}

/** What is wrong with one answer. */
export type Problem = 'missing' | 'too-long' | 'not-valid' | 'in-the-future';
export type Problems = Partial<Record<keyof Answers | 'hub', Problem>>;

/** Nobody who teaches now started before this year. */
const earliestStart = '1950';

/** Checks what was typed. Either the answers, or what is wrong with each field that is not right. */
export function checkAnswers(typed: Record<keyof Answers, unknown>, today: string): Answers | { problems: Problems } {
  const result = answers.safeParse(typed);
  const problems: Problems = {};
  for (const issue of result.error?.issues ?? []) {
    const field = issue.path[0] as keyof Answers;
    problems[field] ??= problemOf(issue.code, typed[field]);
  }
  const started = String(typed.startedTeaching);
  if (!problems.startedTeaching && started > today.slice(0, 7)) problems.startedTeaching = 'in-the-future';
  if (!problems.startedTeaching && started < earliestStart) problems.startedTeaching = 'not-valid';
  return result.data && Object.keys(problems).length === 0 ? result.data : { problems };
}

function problemOf(code: string, value: unknown): Problem {
  if (value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0))
    return 'missing';
  return code === 'too_big' ? 'too-long' : 'not-valid';
}
