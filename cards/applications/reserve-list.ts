import { z } from 'zod';
import { type Places, takenPlaces } from '../../services/applications/places.ts';
import type { Reserve } from '../../services/applications/reserve.ts';
import { button, buttonSchema } from '../actions.ts';
import { type Card, defineCard } from '../card.ts';
import { shortened } from '../words.ts';
import { placesWords } from './queue-words.ts';
import template from './reserve-list.json' with { type: 'json' };

const data = z.strictObject({
  fallbackText: z.string(),
  where: z.string(),
  headline: z.string(),
  paragraphs: z.array(z.string().min(1)),
  rows: z
    .array(z.strictObject({ title: z.string(), school: z.string(), buttons: z.array(buttonSchema).max(3) }))
    .max(8),
  footnote: z.string(),
  actions: z.array(buttonSchema).max(5),
});

type Reserves = {
  op: string;
  hubId: string;
  hubName: string;
  cohort: string;
  quota: number | undefined;
  places: Places | undefined;
  reserves: Reserve[];
  /** How many there are on all pages. */
  total: number;
  /** Whether whoever looks is on the list themselves, and so neither shown nor told of the places. */
  isOn: boolean;
  /** Where the pages after and before this one start, when there are any. */
  next: number | undefined;
  previous: number | undefined;
  /** Whether a free place is offered to the first by itself. */
  auto: boolean;
  message: string;
};

function build(shown: Reserves): z.input<typeof data> {
  const { hubName, cohort, quota, places, reserves, total, isOn, auto, message } = shown;
  const headline = total === 1 ? '1 reserve' : `${total} reserves`;
  const paragraphs = [
    message,
    placesWords(places, quota),
    isOn ? 'You are on this list yourself. You see the others here, and other leads set the order.' : '',
    total === 0 && !isOn ? 'Nobody is on reserve. You put somebody here when you decide on their application.' : '',
    auto && total > 0 ? autoWords : '',
  ];
  return {
    fallbackText: [headline, ...reserves.map((reserve) => shortened(titleOf(shown, reserve), 40))].join('\n'),
    where: `${hubName} · Reserve list · Cohort ${cohort}`,
    headline,
    paragraphs: paragraphs.filter(Boolean),
    rows: reserves.map((reserve) => rowOf(shown, reserve)),
    footnote: 'You set the order. Applicants see that they are on reserve, never where.',
    actions: actionsOf(shown),
  };
}

const autoWords =
  'When a place becomes free, I offer it to the first by myself, unless a decision about them is kept for later.';

const titleOf = ({ isOn }: Reserves, { place, name }: Reserve) => (isOn ? name : `${place}. ${name}`);

function rowOf(shown: Reserves, reserve: Reserve) {
  const { op, hubId, cohort, total, isOn } = shown;
  const { place, applicationId, name, school, staged } = reserve;
  const about = { op: `${op}:${place}`, hubId, applicationId, cohort, seen: place };
  const short = shortened(name, 18);
  return {
    title: titleOf(shown, reserve),
    school: staged ? `${shortened(school, 80)} · A decision is kept for later` : shortened(school, 80),
    buttons: [
      button('applications.view', { hubId, applicationId }, { title: `Read ${short}` }),
      ...(place > 1 && !isOn ? [button('reserve.move', { ...about, to: 'up' }, { title: `Move up ${short}` })] : []),
      ...(place < total && !isOn
        ? [button('reserve.move', { ...about, to: 'down' }, { title: `Move down ${short}` })]
        : []),
    ],
  };
}

function actionsOf({ hubId, cohort, quota = 0, places, reserves, isOn, next, previous }: Reserves) {
  const [applicationId] = places?.reserve ?? [];
  const isFree = takenPlaces(places) < quota;
  const offers = isFree && !isOn && applicationId !== undefined && reserves.length > 0;
  return [
    ...(offers
      ? [
          button(
            'decisions.ask',
            { hubId, applicationId, event: 'offer' },
            { title: 'Offer it to the next reserve', style: 'positive' },
          ),
        ]
      : []),
    ...(next === undefined ? [] : [button('reserve.list', { hubId, cohort, from: next }, { title: 'Next page' })]),
    ...(previous === undefined
      ? []
      : [
          button('reserve.list', { hubId, cohort, from: previous }, { title: 'Previous page', overflow: offers }),
          button('reserve.list', { hubId, cohort }, { title: 'First page', overflow: true }),
        ]),
    button('applications.list', { hubId, cohort }, { title: 'All applications' }),
  ];
}

const sample: Reserves = {
  op: 'sample',
  hubId: 'demo',
  hubName: 'Demo Maths Hub',
  cohort: '10',
  quota: 6,
  places: undefined,
  reserves: [
    {
      place: 1,
      applicationId: 'sample',
      name: 'Tess **Okafor** ${name}',
      school: 'Riverside',
      conflicted: false,
      staged: true,
    },
    {
      place: 2,
      applicationId: 'another',
      name: 'Imran Siddiqui',
      school: 'Ashdown Academy',
      conflicted: false,
      staged: false,
    },
  ],
  total: 9,
  isOn: false,
  next: 8,
  previous: 0,
  auto: true,
  message: 'Tess Okafor moved up.',
};
const expand = defineCard({ template, data, sample: build(sample) });

/** A hub's reserves in the order in which it would offer them a place. */
export const reserveList = Object.assign((shown: Reserves): Card => expand(build(shown)), {
  sample: () => expand(build(sample)),
});
