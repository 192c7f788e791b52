import { type Digest, type DigestAbout, mostCounted, type Told } from '../../services/applications/digest-of.ts';
import type { HappeningKind } from '../../services/applications/happenings.ts';
import { button } from '../actions.ts';
import { timesWord } from '../learning/insights.ts';
import { definePage } from '../page.ts';
import { inWords, longDate } from '../words.ts';

/** How many offers past their last day are named. */
const mostOffers = 8;

const happeningWords: Record<HappeningKind, string> = {
  new: 'New applications',
  'from-another-hub': 'Passed on to you by another hub',
  endorsed: 'Endorsed by the headteacher',
  'not-endorsed': 'Not endorsed by the headteacher',
  'more-sent': 'Sent what you asked for',
  'other-school': 'Named another school or headteacher, to be endorsed anew',
  accepted: 'Accepted their place',
  'turned-down': 'Turned their place down',
  withdrawn: 'Withdrew',
  'offered-on': 'Reserves who were offered a free place',
};

/** Which digest it is goes along with its button, so that a lead can have it in their own chat. */
type Shown = Digest & { about: DigestAbout };

/** What the leads of a hub hear on a working day of its applications. */
export const applicationsDigest = definePage<Shown>({
  page: (shown) => ({
    where: `${shown.hubName} · For the leads · Applications · Cohort ${shown.cohort}`,
    headline: `Applications on ${longDate(shown.about.day)}`,
    paragraphs: [placesWords(shown), ...(shown.happened.length === 0 ? [nothingNew] : [])],
    rows: [...shown.happened.map(happenedRow), ...waitingRows(shown)],
    footnote: 'Posted on working days when something happened or something waits for you.',
    actions: [button('applications.from-digest', shown.about, { title: 'See applications', style: 'positive' })],
  }),
  sample: {
    hubName: 'Demo Maths Hub',
    cohort: '10',
    about: { hubId: 'demo', cohort: '10', day: '2026-03-03', from: '', through: '2026-03-03T07:59:00.000Z' },
    happened: [
      { what: 'new', count: 7, names: ['Tess Okafor', 'Imran Shah', 'Ana Kowalska', 'Ben Adeyemi', 'Cara Holt'] },
      { what: 'accepted', count: 1, names: ['Dan Price'] },
    ],
    toDecide: 12,
    unendorsed: 2,
    staged: 3,
    pastLastDay: [{ name: 'Eve Long', until: '2026-02-27' }],
    taken: 4,
    quota: 6,
  },
});

const nothingNew = 'Nothing new since the last of these. This waits for you:';

function placesWords({ taken, quota }: Shown): string {
  if (quota === undefined) return 'The number of places has not been set yet.';
  return `${taken} of ${timesWord(quota, 'place')} ${taken === 1 ? 'is' : 'are'} offered or accepted.`;
}

const happenedRow = ({ what, count, names }: Told) => ({
  label: happeningWords[what],
  value: names.length === 0 ? String(count) : `${count}: ${andOthers(names, count)}`,
});

function andOthers(names: string[], count: number): string {
  const others = count - names.length;
  return inWords(others > 0 ? [...names, `${others} more`] : names);
}

function waitingRows({ toDecide, unendorsed, staged, pastLastDay }: Shown) {
  const offers = pastLastDay.slice(0, mostOffers).map(({ name, until }) => `${name}, last day ${longDate(until)}`);
  const more = pastLastDay.length > mostOffers ? [`and ${pastLastDay.length - mostOffers} more`] : [];
  return [
    ...(offers.length > 0
      ? [{ label: 'Offers past their last day: extend them or pass them on', value: [...offers, ...more].join('\n') }]
      : []),
    ...(staged > 0
      ? [
          {
            label: 'Decisions kept for later, not yet released',
            value: staged >= mostCounted ? `${mostCounted} or more` : String(staged),
          },
        ]
      : []),
    ...(unendorsed > 0
      ? [{ label: 'Without an endorsement, now that applications are closed', value: String(unendorsed) }]
      : []),
    ...(toDecide > 0 ? [{ label: 'With you to decide', value: String(toDecide) }] : []),
  ];
}
