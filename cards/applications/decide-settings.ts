import type { HowWeDecide } from '../../services/applications/how-we-decide.ts';
import { usualOfferDays } from '../../services/applications/offer-days.ts';
import { button } from '../actions.ts';
import { defineForm } from '../form.ts';
import { definePage } from '../page.ts';
import { longDate } from '../words.ts';

type Settings = { offerDays: string; autoOffer: boolean; opinions: boolean; criteria: string };
type Hub = { hubId: string; hubName: string; cohort: string };

const faultWords: Record<keyof HowWeDecide, string> = {
  offerDays: 'Enter how many working days an offer lasts, from 1 to 60.',
  autoOffer: 'Tick the box, or leave it.',
  opinions: 'Tick the box, or leave it.',
  criteria: 'Keep what your hub looks for within 1,200 characters and 30 lines.',
};
const changedWords =
  'This changed while you were looking. What you typed is still here: save it again to put it in place of what stands now.';

type SettingsForm = Hub & {
  op: string;
  /** What the settings were when this was shown, in one word. */
  seen: string;
  values: Settings;
  since: string | undefined;
  faults: (keyof HowWeDecide)[];
  /** How it stands now, where somebody has changed it since it was shown. */
  changed: Settings | undefined;
};

/** How a hub decides, as its leads set it. */
export const decideSettings = defineForm<SettingsForm>({
  form: ({ op, seen, hubId, hubName, cohort, values, since, faults, changed }) => ({
    where: `${hubName} · How we decide · Cohort ${cohort}`,
    headline: faults.length > 0 || changed ? 'Not saved yet' : 'How we decide',
    problem: changed ? changedWords : faults.map((fault) => faultWords[fault]).join(' '),
    paragraphs: [
      ...(changed ? nowWords(changed) : []),
      ...(since ? [`What your hub looks for stands as it is from ${longDate(since)}.`] : []),
    ],
    texts: [
      {
        id: 'offerDays',
        label: `How many working days in term an offer lasts (usually ${usualOfferDays})`,
        error: 'Enter a whole number from 1 to 60',
        maxLength: 3,
        value: values.offerDays,
        optional: true,
      },
      {
        id: 'criteria',
        label: 'What your hub looks for, in its own words (at most 1,200 characters)',
        error: 'Keep it within 1,200 characters',
        maxLength: 1200,
        value: values.criteria,
        long: true,
        optional: true,
      },
    ],
    ticks: [
      {
        id: 'autoOffer',
        label: 'A place that becomes free',
        title: 'Offer it to the next reserve by itself, at once',
        value: values.autoOffer,
      },
      {
        id: 'opinions',
        label: 'Opinions',
        title: 'Two leads give their opinion on each application, without seeing each other’s',
        value: values.opinions,
      },
    ],
    footnote: 'Leads of your hub see and set this. A coordinator of the programme sets the number of places.',
    actions: [
      button('deciding.save', { op, hubId, cohort, seen }, { title: 'Save how we decide', style: 'positive' }),
      button('applications.list', { hubId, cohort }, { title: 'All applications' }),
    ],
  }),
  sample: {
    op: 'sample',
    seen: 'sample',
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    cohort: '10',
    values: { offerDays: '10', autoOffer: true, opinions: false, criteria: 'We look for **sharing** ${name}.' },
    since: '2026-03-02',
    faults: ['offerDays'],
    changed: { offerDays: '5', autoOffer: false, opinions: true, criteria: 'We look for **time** ${name}.' },
  },
});

const daysWords = (offerDays: string) => `${offerDays} working ${offerDays === '1' ? 'day' : 'days'} in term`;
const freePlaceWords = (auto: boolean) =>
  auto ? 'I offer it to the next reserve at once.' : 'A lead offers it to the next reserve.';
const opinionsWords = (asked: boolean) =>
  asked ? 'Two leads give theirs on each application.' : 'None are asked for.';

/** How it stands, a line each: another lead's words must not be lost unread. */
const nowWords = ({ offerDays, autoOffer, opinions, criteria }: Settings): string[] => [
  `Now an offer lasts ${daysWords(offerDays)}.`,
  `A place that becomes free: ${freePlaceWords(autoOffer)}`,
  `Opinions: ${opinionsWords(opinions)}`,
  ...(criteria ? ['What your hub looks for now:', ...criteria.split('\n').filter((line) => line.trim())] : []),
];

type Saved = Hub & Settings & { since: string | undefined };

/** How a hub decides, once it is saved. */
export const decideSaved = definePage<Saved>({
  page: ({ hubId, hubName, cohort, offerDays, autoOffer, opinions, criteria, since }) => ({
    where: `${hubName} · How we decide · Cohort ${cohort}`,
    headline: 'Saved',
    rows: [
      { label: 'An offer lasts', value: daysWords(offerDays) },
      {
        label: 'A place that becomes free',
        value: freePlaceWords(autoOffer),
      },
      { label: 'Opinions', value: opinionsWords(opinions) },
      ...(criteria && since ? [{ label: `What your hub looks for, from ${longDate(since)}`, value: criteria }] : []),
    ],
    footnote: 'It holds for offers made from now on.',
    actions: [
      button('deciding.open', { hubId, cohort }, { title: 'Change it' }),
      button('applications.list', { hubId, cohort }, { title: 'All applications' }),
    ],
  }),
  sample: {
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    cohort: '10',
    offerDays: '10',
    autoOffer: true,
    opinions: true,
    criteria: 'We look for **sharing** ${name}.',
    since: '2026-03-02',
  },
});
