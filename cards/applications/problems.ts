import type { Problem, Problems, Window } from '../../services/applications/rules.ts';
import { longDate } from '../words.ts';

type Field = keyof Problems;

const missing: Record<Field, string> = {
  name: 'Enter your name',
  email: 'Enter your work email, like name@school.org.uk',
  role: 'Enter your role at school',
  school: 'Enter your school',
  urn: 'Find your school again, or type its name',
  hub: 'Choose your Maths Hub',
  keyStages: 'Tick at least one key stage',
  qts: 'Choose one answer about QTS',
  startedTeaching: 'Enter the month and year you started teaching, like 09/2021',
  why: 'Write a few words about why you are applying',
  subjectLeaderKnows: 'Tick the box about your subject leader once they know',
  hasReadInformation: 'Tick the box about the information document once you have read it',
  headteacher: 'Enter your headteacher’s name',
};

const limits: Partial<Record<Field, number>> = {
  name: 100,
  email: 200,
  role: 100,
  school: 200,
  why: 2000,
  headteacher: 100,
};

/** What is wrong with one field, or nothing. */
export function problemWith(field: Field, problems: Problems): string {
  const problem = problems[field];
  return problem ? sentence(field, problem) : '';
}

/** What is wrong with what was typed, a sentence a field. */
export function problemLines(problems: Problems): string[] {
  return Object.entries(problems).map(([field, problem]) => sentence(field as Field, problem));
}

function sentence(field: Field, problem: Problem): string {
  switch (problem) {
    case 'too-long':
      return `${missing[field]}, in at most ${limits[field] ?? 100} characters`;
    case 'in-the-future':
      return 'The month you started teaching is in the future. When was it?';
    case 'missing':
    case 'not-valid':
      return missing[field];
  }
}

/** Why a hub takes no applications today. */
export function windowNotice(window: Exclude<Window, { kind: 'open' }>): string {
  switch (window.kind) {
    case 'not-set':
      return 'Your hub has not said whether applications are open, so this cannot be submitted yet. Ask your hub when to come back.';
    case 'not-yet':
      return `Your hub takes applications from ${longDate(window.opens)}. Come back then.`;
    case 'closed':
      return `Your hub’s applications closed on ${longDate(window.closed)}. Ask your hub what is possible now.`;
  }
}
