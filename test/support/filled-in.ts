/** The application form, filled in as it should be. */
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
