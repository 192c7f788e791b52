import { z } from 'zod';
import type { Numbers } from '../../services/applications/numbers.ts';
import { behindDots, button, buttonSchema } from '../actions.ts';
import { type Card, defineCard } from '../card.ts';
import { timesWord } from '../learning/insights.ts';
import { shortened } from '../words.ts';
import { type Cohorts, cohortsBeside, unsettledWords } from './cohort-words.ts';
import template from './overview.json' with { type: 'json' };
import { stateWords } from './state-words.ts';

/** How many hubs a page has. */
const hubsOnAPage = 8;
const longestBar = 12;
const longestName = 28;

type Hub = { hub: string; numbers: Numbers };
type Overview = { cohort: string; cohorts: Cohorts; allHubs: boolean; total: Numbers; hubs: Hub[]; from: number };

const line = z.string().min(1);
const data = z.strictObject({
  fallbackText: line,
  where: line,
  headline: line,
  paragraphs: z.array(line),
  /** The same as the chart of Teams takes it, and in block characters for clients without it. */
  chart: z.array(z.strictObject({ x: line, y: z.int() })),
  bars: z.array(z.strictObject({ hub: line, bar: line })),
  rows: z.array(z.strictObject({ title: line, lines: z.array(line) })),
  actions: z.array(buttonSchema).max(6),
});

function build({ cohort, cohorts, allHubs, total, hubs, from }: Overview): z.input<typeof data> {
  const first = from < hubs.length ? from : 0;
  const shown = hubs.slice(first, first + hubsOnAPage);
  const most = Math.max(1, ...hubs.map(({ numbers }) => Math.max(numbers.quota ?? 0, numbers.taken)));
  const headline = placesLine(total);
  const paragraphs = [...(hubs.length === 0 ? [noHubs] : linesOf(total)), ...unsettledWords(cohort, cohorts)];
  const rows = shown.map(({ hub, numbers }) => ({ title: hub, lines: [placesLine(numbers), ...linesOf(numbers)] }));
  const inWords = [headline, ...paragraphs, ...rows.flatMap(({ title, lines }) => [title, ...lines])];
  return {
    fallbackText: shortened(inWords.join('\n'), 2000),
    where: `${allHubs ? 'All hubs' : 'Your hubs'} · Applications · Cohort ${cohort}`,
    headline,
    paragraphs,
    chart: shown.map(({ hub, numbers }) => ({ x: shortened(hub, longestName), y: numbers.taken })),
    bars: shown.map(({ hub, numbers }) => ({ hub: shortened(hub, longestName), bar: barOf(numbers, most) })),
    rows,
    actions: [
      ...ways({ cohort, cohorts, first, hubs }).map((one, index) => (index < 3 ? one : behindDots(one))),
      button('help.open', {}, { title: 'What I can do', overflow: true }),
    ],
  };
}

const noHubs = 'No hubs yet. They appear here once they are set up.';

/** To other hubs, and to other cohorts. */
function ways({ cohort, cohorts, first, hubs }: Pick<Overview, 'cohort' | 'cohorts' | 'hubs'> & { first: number }) {
  const toPage = (from: number, title: string) => button('applications.counts', { cohort, from }, { title });
  const others = cohortsBeside(cohort, [cohorts.now, ...cohorts.held.map((one) => one.cohort)]);
  return [
    ...(first + hubsOnAPage < hubs.length ? [toPage(first + hubsOnAPage, 'Next hubs')] : []),
    ...(first > 0 ? [toPage(Math.max(0, first - hubsOnAPage), 'Hubs before these')] : []),
    ...others.map((one) => button('applications.counts', { cohort: one }, { title: `Cohort ${one}` })),
  ];
}

const numbers: Numbers = {
  quota: 6,
  taken: 4,
  applications: 15,
  states: [
    { state: 'with-hub', count: 9 },
    { state: 'offered', count: 1 },
    { state: 'accepted', count: 3 },
    { state: 'offer-declined', count: 2 },
  ],
  offersOut: 1,
  answered: 5,
  accepted: 3,
};
const sample: Overview = {
  cohort: '10',
  cohorts: { now: '11', held: ['9', '10'].map((cohort) => ({ cohort, withHub: 2, unsettled: 3, open: 5 })) },
  allHubs: true,
  total: numbers,
  hubs: [{ hub: 'Demo Maths Hub', numbers }],
  from: 0,
};

const expand = defineCard({ template, data, sample: build(sample) });

/** Where the applications of all hubs stand, for coordinators: numbers, never names. */
export const applicationsOverview = Object.assign((shown: Overview): Card => expand(build(shown)), {
  sample: () => expand(build(sample)),
});

function placesLine({ taken, quota }: Numbers): string {
  if (quota === undefined) return `${taken} offered or accepted, the number of places is not set`;
  return `${taken} of ${timesWord(quota, 'place')} offered or accepted`;
}

function linesOf({ applications, states, offersOut, answered, accepted }: Numbers): string[] {
  if (applications === 0) return ['No applications yet'];
  const byState = states.map(({ state, count }) => `${stateWords[state]} ${count}`).join(' · ');
  const rate = Math.round((100 * accepted) / Math.max(1, answered));
  const answers = answered > 0 ? ` · ${accepted} of ${timesWord(answered, 'answer')} accepted, ${rate}%` : '';
  return [`${timesWord(applications, 'application')}: ${byState}`, `${timesWord(offersOut, 'offer')} out${answers}`];
}

/** Taken places as a full bar, those still free as an empty one, beside the numbers that say it. */
function barOf({ taken, quota }: Numbers, most: number): string {
  const length = (count: number) => Math.round((longestBar * count) / most);
  const free = Math.max(0, (quota ?? taken) - taken);
  const bar = `${'█'.repeat(length(taken))}${'░'.repeat(length(free))}`;
  return [bar, quota === undefined ? String(taken) : `${taken} of ${quota}`].filter(Boolean).join(' ');
}
