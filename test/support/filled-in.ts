/** The application form, filled in as it should be. The school is typed: it is not in the register. */
export const filledIn = {
  hub: 'demo',
  name: 'Tess Okafor',
  email: 'tess@ashdown.example',
  role: 'Maths teacher',
  school: 'Ashdown Academy',
  keyStages: 'KS3,KS4',
  qts: 'yes',
  started: '09/2021',
  why: 'I want my classes to understand.',
  headteacher: 'Dr Amara Lowe',
  subjectLeaderKnows: 'true',
  hasReadInformation: 'true',
};
export type FilledIn = typeof filledIn;

/** The same, as the three steps of the form send it. A school that is a number was chosen from the register. */
export function inSteps(typed: Partial<FilledIn> = {}) {
  const { hub, name, email, role, school, keyStages, qts, started, why, headteacher, ...ticks } = {
    ...filledIn,
    ...typed,
  };
  const isNumber = /^\d{5,7}$/.test(school);
  return [
    { verb: 'application.save-you', typed: { name, email, role, keyStages, qts, started } },
    {
      verb: 'application.save-school',
      typed: { hub, headteacher, search: '', ...schoolTyped(isNumber, school) },
    },
    { verb: 'application.save-why', typed: { why, ...ticks } },
  ];
}

const schoolTyped = (isNumber: boolean, school: string) =>
  isNumber ? { school, typedSchool: '' } : { school: 'not-listed', typedSchool: school };
