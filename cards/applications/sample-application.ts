import { type Application, applicationRecord } from '../../services/applications/application.ts';

const at = '2026-03-03T16:05:00.000Z';

/** A made-up application for the samples of cards. */
export const sampleApplication = (name: string): Application =>
  applicationRecord.make({
    partition: 'hub:demo',
    id: 'application:sample',
    person: 'sample',
    cohort: '10',
    tenantId: 'sample',
    state: 'with-hub',
    submittedAt: at,
    submittedBy: 'helen',
    answers: {
      name,
      email: 'tess@riverside.example',
      role: 'Maths teacher',
      school: 'Riverside Academy, Ashford',
      keyStages: ['KS3', 'KS4'],
      qts: 'not-sure',
      startedTeaching: '2024-09',
      why: 'First line.\nSecond line.',
      subjectLeaderKnows: true,
      hasReadInformation: true,
      headteacher: 'Dr Amara Lowe',
    },
    link: { number: 1, until: '2026-04-02T16:05:00.000Z' },
    staged: { event: 'offer', by: 'helen', at },
    conflicts: [],
    notes: Array.from({ length: 8 }, () => ({ by: 'helen', at, text: `${name}: a note.` })),
    opinions: [],
    steps: [
      { at, by: 'sample', event: 'submit', to: 'waiting-for-endorsement' },
      { at, by: 'headteacher', event: 'endorse', from: 'waiting-for-endorsement', to: 'with-hub', why: name },
    ],
    reminded: [],
  });
