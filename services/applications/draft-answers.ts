import type { Deps } from '../deps.ts';
import { isoMonth } from '../iso-month.ts';
import { hasRegister, schoolByUrn } from '../schools/find-schools.ts';
import type { School } from '../schools/school.ts';
import type { Answers, Application } from './application.ts';
import { type Draft, type DraftValues, type FormStep, formSteps, notListed } from './draft.ts';
import { checkAnswers, type Problems } from './rules.ts';

/** Which step asks for what. */
const stepOf: Record<keyof Problems, FormStep> = {
  name: 'you',
  email: 'you',
  role: 'you',
  keyStages: 'you',
  qts: 'you',
  startedTeaching: 'you',
  school: 'school',
  urn: 'school',
  headteacher: 'school',
  hub: 'school',
  why: 'why',
  subjectLeaderKnows: 'why',
  hasReadInformation: 'why',
};

/** What a draft comes to: answers that can be sent, or what is still wrong with it. */
export type Checked =
  | { kind: 'complete'; answers: Answers; schoolFacts: Application['schoolFacts'] }
  | { kind: 'incomplete'; problems: Problems };

/** Checks a draft on an ISO date. A school that was chosen is looked up: its name is the register's. */
export async function checkDraft(
  deps: Pick<Deps, 'schools'>,
  { values, hubId }: Pick<Draft, 'values' | 'hubId'>,
  today: string,
): Promise<Checked> {
  const school = await chosenSchool(deps, values);
  const typed = { ...values, ...(await schoolAnswers(deps, values, school)), startedTeaching: monthIn(values) };
  const checked = checkAnswers(answersIn(typed), today);
  if ('problems' in checked || !hubId) {
    const problems = 'problems' in checked ? checked.problems : {};
    return { kind: 'incomplete', problems: { ...problems, ...(!hubId && { hub: 'missing' as const }) } };
  }
  const schoolFacts = school && { stateFunded: school.stateFunded, secondary: school.secondary };
  return { kind: 'complete', answers: checked, schoolFacts };
}

const monthIn = ({ started }: DraftValues) => started && isoMonth(started);

function answersIn(typed: DraftValues & { urn: string | undefined; startedTeaching: string | undefined }) {
  const { name, email, role, keyStages, qts, startedTeaching, school, urn, headteacher } = typed;
  const { why, subjectLeaderKnows = false, hasReadInformation = false } = typed;
  const ticks = { subjectLeaderKnows, hasReadInformation };
  return { name, email, role, keyStages, qts, startedTeaching, school, urn, headteacher, why, ...ticks };
}

/** The school that was chosen from the register, while it is there. */
export async function chosenSchool(
  deps: Pick<Deps, 'schools'>,
  { school }: Pick<DraftValues, 'school'>,
): Promise<School | undefined> {
  return school && school !== notListed ? schoolByUrn(deps, school) : undefined;
}

async function schoolAnswers(deps: Pick<Deps, 'schools'>, values: DraftValues, school: School | undefined) {
  if (school) return { school: schoolName(school), urn: school.urn };
  const isTyped = values.school === notListed || !(await hasRegister(deps));
  return { school: isTyped ? values.typedSchool : undefined, urn: undefined };
}

/** A school that was typed on one line: one of the register's where it is a number there. */
export async function schoolTyped(deps: Pick<Deps, 'schools'>, typed: string) {
  const school = await schoolByUrn(deps, typed.trim());
  return school ? { school: schoolName(school), urn: school.urn } : { school: typed, urn: undefined };
}

/** A school as it stands on an application. */
const schoolName = ({ name, town }: School): string => [name, town].filter(Boolean).join(', ').slice(0, 200);

/** What is wrong in one step. */
export function problemsIn(step: FormStep, checked: Checked): Problems {
  if (checked.kind === 'complete') return {};
  return Object.fromEntries(Object.entries(checked.problems).filter(([field]) => fieldStep(field) === step));
}

/** The first step in which something is wrong. */
export const firstWrong = (checked: Checked): FormStep | undefined =>
  formSteps.find((step) => Object.keys(problemsIn(step, checked)).length > 0);

const fieldStep = (field: string): FormStep | undefined => Object.entries(stepOf).find(([name]) => name === field)?.[1];

/** What was sent before, as it stands in the form. */
export function valuesFrom({ school, urn, startedTeaching, keyStages, ...answers }: Answers): DraftValues {
  const [year, month] = startedTeaching.split('-');
  return {
    ...answers,
    keyStages: [...keyStages],
    started: `${month}/${year}`,
    search: urn ? school : '',
    school: urn ?? notListed,
    typedSchool: urn ? '' : school,
  };
}

/** The fields of the form in which people write words of their own. */
const written = ['name', 'email', 'role', 'typedSchool', 'headteacher', 'why'] as const;
export type WordsUnsent = Partial<Record<(typeof written)[number], string>>;

/** What somebody wrote in a draft otherwise than in what was sent. */
export function wordsUnsent(values: DraftValues, sent: Answers | undefined): WordsUnsent {
  const before = sent ? valuesFrom(sent) : {};
  return Object.fromEntries(
    written.flatMap((field) => (values[field] !== before[field] ? [[field, values[field]]] : [])),
  );
}
