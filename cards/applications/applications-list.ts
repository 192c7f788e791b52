import { z } from 'zod';
import type { QueueRow } from '../../services/applications/look.ts';
import { countIn, type Places } from '../../services/applications/places.ts';
import { type ApplicationState, applicationStates } from '../../services/applications/states.ts';
import { button, buttonSchema } from '../actions.ts';
import { type Card, defineCard } from '../card.ts';
import { instantInEngland, shortened } from '../words.ts';
import { type Cohorts, newestFirst, unsettledWords } from './cohort-words.ts';
import { exportButtons } from './export-buttons.ts';
import template from './queue.json' with { type: 'json' };
import { checkWords, emptyWords, endorsementWords, othersWords, placesWords, standWords } from './queue-words.ts';
import { stateWords } from './state-words.ts';

const data = z.strictObject({
  fallbackText: z.string(),
  where: z.string(),
  headline: z.string(),
  paragraphs: z.array(z.string().min(1)),
  rows: z.array(z.strictObject({ title: z.string(), lines: z.array(z.string().min(1)), button: buttonSchema })).max(8),
  shown: z.string(),
  cohort: z.string(),
  /** Which cohort to choose, where there is a choice. */
  cohorts: z.array(z.strictObject({ title: z.string(), value: z.string() })),
  states: z.array(z.strictObject({ title: z.string(), value: z.string() })),
  filter: buttonSchema,
  places: z.array(buttonSchema).max(3),
  footnote: z.string(),
  actions: z.array(buttonSchema).max(6),
});

type Line = Omit<QueueRow, 'partition' | 'id' | 'type' | 'v'>;

type Applications = {
  hubId: string;
  hubName: string;
  cohort: string;
  cohorts: Cohorts;
  state: ApplicationState;
  quota: number | undefined;
  places: Places | undefined;
  lines: Line[];
  /** Where the next page starts, when there is one, and whether this is the first. */
  next: string | undefined;
  isFirst: boolean;
  /** Whether whoever looks leads other hubs too. */
  leadsOthers: boolean;
};

function build(shown: Applications): z.input<typeof data> {
  const { hubId, hubName, cohort, state, quota, places, lines } = shown;
  const count = countIn(places, state);
  const headline = `${stateWords[state]}: ${count === 1 ? '1 application' : `${count} applications`}`;
  const stand = standWords(places);
  const otherCohorts = unsettledWords(cohort, shown.cohorts).map((words) => `${words} Choose that cohort below.`);
  const empty = lines.length === 0 ? emptyWords(state, places) : '';
  return {
    fallbackText: [headline, stand].filter(Boolean).join('\n'),
    where: `${hubName} · Applications · Cohort ${cohort}`,
    headline,
    paragraphs: [stand, placesWords(places, quota), empty, ...otherCohorts].filter(Boolean),
    rows: lines.map((line) => rowOf(hubId, line)),
    shown: state,
    cohort,
    cohorts: cohortsToChoose(shown),
    states: applicationStates.map((value) => ({ title: `${stateWords[value]} (${countIn(places, value)})`, value })),
    filter: button('applications.filter', { hubId }, { title: 'Show these applications' }),
    places: [
      button('reserve.list', { hubId, cohort }, { title: `Reserve list (${countIn(places, 'reserve')})` }),
      button('staged.list', { hubId, cohort }, { title: 'Decisions kept for later' }),
      button('deciding.open', { hubId, cohort }, { title: 'How we decide' }),
    ],
    footnote: `Oldest first. Only the leads of ${hubName} see this.`,
    actions: actionsOf(shown),
  };
}

/** The cohort of today first, then the newest. Nothing where there is only one. */
function cohortsToChoose({ cohort, cohorts: { now, held } }: Applications) {
  const others = newestFirst([cohort, ...held.map((one) => one.cohort)]).filter((one) => one !== now);
  return others.length > 0 ? [now, ...others].map((one) => ({ title: `Cohort ${one}`, value: one })) : [];
}

function rowOf(hubId: string, line: Line) {
  const { applicationId, name, school, submittedAt, endorsement, flags, others, staged } = line;
  const lines = [
    school,
    `Submitted ${instantInEngland(submittedAt)}`,
    endorsementWords[endorsement],
    checkWords(flags),
    othersWords(others),
    staged ? 'A decision is kept for later' : '',
  ];
  return {
    title: name,
    lines: lines.filter(Boolean),
    button: button('applications.view', { hubId, applicationId }, { title: `Read ${shortened(name, 18)}` }),
  };
}

function actionsOf({ hubId, cohort, state, next, isFirst, leadsOthers }: Applications) {
  return [
    ...(next ? [button('applications.list', { hubId, cohort, state, after: next }, { title: 'Next page' })] : []),
    button('applications.list', { hubId, cohort, state }, { title: isFirst ? 'Refresh this list' : 'First page' }),
    button('on-behalf.open', { hubId }, { title: 'Apply for somebody' }),
    ...exportButtons({ hubId, cohort }).map((one) => ({ ...one, mode: 'secondary' })),
    leadsOthers
      ? button('applications.open', {}, { title: 'Another hub', overflow: true })
      : button('help.open', {}, { title: 'What I can do', overflow: true }),
  ];
}

const line: Line = {
  applicationId: 'sample',
  state: 'with-hub',
  submittedAt: '2026-03-03T16:05:00.000Z',
  name: 'Tess **Okafor** ${name}',
  school: 'Riverside Academy',
  urn: '100001',
  endorsement: 'by-link',
  check: 'not-yet',
  flags: [{ criterion: 'experience', outcome: 'not-met' }],
  staged: true,
  others: 2,
};
const sample: Applications = {
  hubId: 'demo',
  hubName: 'Demo Maths Hub',
  cohort: '10',
  cohorts: { now: '11', held: [{ cohort: '10', withHub: 2, unsettled: 3, open: 5 }] },
  state: 'with-hub',
  quota: 6,
  places: undefined,
  lines: Array.from({ length: 8 }, () => line),
  next: 'sample',
  isFirst: false,
  leadsOthers: true,
};
const expand = defineCard({ template, data, sample: build(sample) });

/** A page of a hub's applications that stand in one state, one row each, with the counts of all. */
export const applicationsList = Object.assign((shown: Applications): Card => expand(build(shown)), {
  sample: () => expand(build(sample)),
});
