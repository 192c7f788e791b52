import { applicationView, type View } from '../cards/applications/application-view.ts';
import { applicationsList } from '../cards/applications/applications-list.ts';
import { reserveList } from '../cards/applications/reserve-list.ts';
import { sampleApplication } from '../cards/applications/sample-application.ts';
import { noteLimits } from '../services/applications/notes.ts';
import { opinionLimits } from '../services/applications/opinions.ts';
import { noPlaces } from '../services/applications/places.ts';

/** As long as it may be, in signs that take three bytes each. */
const longest = (characters: number) => '字'.repeat(characters);
const at = '2026-03-03T16:05:00.000Z';
const base = sampleApplication('Tess');
const steps = Array.from({ length: 60 }, () => ({ at, by: 'helen', event: 'edit' as const, to: base.state }));

const fullest: View = {
  op: 'op',
  hubId: 'demo',
  hubName: longest(80),
  applicationId: '10:2026-03-03T16:05:00.000Z:0f6a2c51-6d0e-4c7a-9a86-0c10a7e1d2b3',
  application: {
    ...base,
    answers: {
      ...base.answers,
      name: longest(100),
      role: longest(100),
      school: longest(200),
      why: '字\n'.repeat(1000),
      headteacher: longest(100),
    },
    endorsement: {
      ...{ kind: 'endorsed', how: 'recorded', name: longest(100), role: longest(100), at, words: longest(500) },
      answeredFor: { hubId: 'glow', name: longest(80) },
    },
    asked: { words: longest(800), at },
    notes: Array.from({ length: noteLimits.notes }, () => ({ by: 'helen', at, text: longest(500) })),
    steps: steps.map((step) => ({ ...step, why: longest(1000) })),
  },
  conflict: undefined,
  opinions: Array.from({ length: opinionLimits.most }, () => {
    return { by: 'helen', at, view: 'unsure' as const, words: longest(opinionLimits.characters) };
  }),
  mayOpine: true,
  school: undefined,
  others: 9,
  criteria: { text: '字\n'.repeat(29) + longest(1140), since: '2026-03-02' },
  commitments: { text: longest(1200), since: '2026-03-02' },
  names: { helen: longest(64) },
  from: 0,
  codeOp: 'code',
  movable: 'somebody',
  message: 'This changed while you were looking. Here is how it stands now.',
};

const bytes = (card: object) => Buffer.byteLength(JSON.stringify(card));

test.each(Object.entries(applicationView))(
  'When everything is as long as it may be, the card “%s” of an application is still small enough',
  (_, card) => {
    expect(bytes(card(fullest))).toBeLessThan(28 * 1024);
  },
);

test('When every row is as long as it may be, a page of the queue is still small enough', () => {
  const line = {
    applicationId: fullest.applicationId,
    state: 'with-hub' as const,
    submittedAt: at,
    name: longest(100),
    school: longest(200),
    endorsement: 'by-link' as const,
    check: 'no' as const,
    flags: (['maths-teacher', 'qts', 'state-funded', 'secondary', 'experience'] as const).map((criterion) => {
      return { criterion, outcome: 'not-met' as const };
    }),
    staged: true,
    others: 9,
  };
  const lines = Array.from({ length: 8 }, () => line);
  const about = { hubId: 'demo', hubName: longest(80), cohort: '10', state: 'with-hub' as const, quota: 500 };
  const held = ['10', '9', '8', '7'].map((cohort) => ({ cohort, withHub: 500, unsettled: 500, open: 500 }));
  const card = applicationsList({
    ...about,
    cohorts: { now: '11', held },
    places: undefined,
    lines,
    next: 'x',
    isFirst: false,
    leadsOthers: true,
  });
  expect(bytes(card)).toBeLessThan(28 * 1024);
});

test('When every row is as long as it may be, a page in the middle of 300 reserves is still small enough', () => {
  const { applicationId, hubName } = fullest;
  const reserves = Array.from({ length: 8 }, (_, n) => {
    return { place: 153 + n, applicationId, name: longest(100), school: longest(200), conflicted: false, staged: true };
  });
  const places = noPlaces('demo', '10');
  const card = reserveList({
    ...{ op: '0f6a2c51-6d0e-4c7a-9a86-0c10a7e1d2b3', hubId: '0f6a2c51-6d0e-4c7a-9a86-0c10a7e1d2b3', hubName },
    ...{ cohort: '10', quota: 6, places: { ...places, reserve: [applicationId] }, reserves },
    ...{ total: 300, isOn: false, next: 160, previous: 144, auto: true, message: fullest.message },
  });
  expect(bytes(card)).toBeLessThan(28 * 1024);
});
