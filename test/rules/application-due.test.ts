import { type Application, applicationRecord, type Step } from '../../services/applications/application.ts';
import { nextDue, remindersOf, stillWaitsFor } from '../../services/applications/due.ts';
import type { ApplicationState } from '../../services/applications/states.ts';
import { filledIn } from '../support/filled-in.ts';

type Given = { state: ApplicationState; steps: [Step['event'], string][]; until?: string; reminded?: string[] };

const application = ({ state, steps, until, reminded = [] }: Given): Application =>
  applicationRecord.make({
    partition: 'hub:demo',
    id: 'application:10:a',
    cohort: '10',
    tenantId: 't',
    state,
    submittedAt: '2026-03-02T10:00:00.000Z',
    answers: {
      name: 'Tess Okafor',
      email: filledIn.email,
      role: filledIn.role,
      school: filledIn.school,
      keyStages: ['KS3'],
      qts: 'yes',
      startedTeaching: '2021-09',
      why: filledIn.why,
      headteacher: filledIn.headteacher,
      subjectLeaderKnows: true,
      hasReadInformation: true,
    },
    link: { number: 1, until: '2026-04-01T10:00:00.000Z' },
    ...(until && { offer: { at: '2026-03-02T10:00:00.000Z', until } }),
    conflicts: [],
    notes: [],
    opinions: [],
    steps: steps.map(([event, at]) => ({ at, by: 'x', event, to: state })),
    reminded,
  });

const christmas = [{ from: '2026-12-21', to: '2027-01-03' }];

/** Offered on a day at noon, up to a last day: when its reminders fall, as `half-way, ends-soon`. */
const offers: [string, string, string, string, string][] = [
  ['of ten school days', '2026-03-02', '2026-03-16', '2026-03-09', '2026-03-12'],
  ['of five', '2026-03-02', '2026-03-09', '2026-03-04', '2026-03-05'],
  ['of three: two would fall on one day', '2026-03-02', '2026-03-05', '', '2026-03-03'],
  ['of two', '2026-03-02', '2026-03-04', '2026-03-03', ''],
  ['of one: there is no day in between', '2026-03-02', '2026-03-03', '', ''],
  ['over a weekend, with a last day on a Saturday', '2026-03-05', '2026-03-14', '2026-03-10', '2026-03-12'],
  ['over Easter', '2026-04-01', '2026-04-10', '2026-04-07', '2026-04-08'],
  ['over Christmas', '2026-12-17', '2027-01-08', '2027-01-05', '2027-01-06'],
];

test.each(offers)(
  'When a place is offered for a time %s, from %s to %s, the reminders are on %s and %s',
  (_, ...dates) => {
    const [offered, until, halfWay, endsSoon] = dates;
    const given = application({ state: 'offered', steps: [['offer', `${offered}T12:00:00.000Z`]], until });
    const found = Object.fromEntries(remindersOf(given, christmas).map(({ rule, date }) => [rule, date]));
    expect([found['offer-half-way'] ?? '', found['offer-ends-soon'] ?? '']).toEqual([halfWay, endsSoon]);
  },
);

test('When the offer is extended, its days count from then', () => {
  const steps: Given['steps'] = [
    ['offer', '2026-03-02T12:00:00.000Z'],
    ['check-endorsement', '2026-03-11T12:00:00.000Z'],
    ['extend', '2026-03-10T12:00:00.000Z'],
  ];
  const given = application({ state: 'offered', steps, until: '2026-03-24' });
  expect(nextDue(given, [])).toBe('2026-03-17T09:00:00.000Z');
});

test('When a reminder has gone out, the next one is due; what came before it is not any more', () => {
  const steps: Given['steps'] = [['submit', '2026-03-24T23:30:00.000Z']];
  const waiting = (reminded: string[]) => application({ state: 'waiting-for-endorsement', steps, reminded });
  expect(nextDue(waiting([]), [])).toBe('2026-03-31T08:00:00.000Z');
  // Easter lies between.
  expect(nextDue(waiting(['endorsement-5:2026-03-31']), [])).toBe('2026-04-09T08:00:00.000Z');
  expect(nextDue(waiting(['endorsement-10:2026-04-09']), [])).toBeUndefined();
});

test.each<ApplicationState>(['with-hub', 'more-asked', 'reserve', 'accepted', 'not-this-time', 'withdrawn'])(
  'When an application is %s, nobody is reminded of it',
  (state) => {
    const steps: Given['steps'] = [
      ['submit', '2026-03-02T10:00:00.000Z'],
      ['offer', '2026-03-03T10:00:00.000Z'],
    ];
    const given = application({ state, steps, until: '2026-03-20' });
    expect(nextDue(given, [])).toBeUndefined();
    expect(stillWaitsFor(given, 'endorsement-5')).toBe(false);
    expect(stillWaitsFor(given, 'offer-ends-soon')).toBe(false);
  },
);
