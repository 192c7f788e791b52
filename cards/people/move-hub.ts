import { button } from '../actions.ts';
import { defineForm } from '../form.ts';
import { definePage } from '../page.ts';

type Hubs = { id: string; name: string }[];
const options = (hubs: Hubs) => hubs.map(({ id, name }) => ({ title: name, value: id }));

type MoveForm = {
  op: string;
  hubId: string;
  hubName: string;
  personId: string;
  name: string;
  hubs: Hubs;
  problem: string;
};

/** Where a lead passes somebody to another hub. */
export const movePersonForm = defineForm<MoveForm>({
  form: ({ op, hubId, hubName, personId, name, hubs, problem }) => ({
    where: `${hubName} · Move somebody`,
    headline: 'Move to another hub',
    problem,
    paragraphs: [
      `${name} goes to the hub you choose, with their days, and with their application and its date if it is not decided yet. An application that holds a place stays with your hub, and so does the place.`,
    ],
    choices: [{ id: 'to', label: 'To which hub?', error: 'Choose the hub', options: options(hubs) }],
    footnote: 'They are told, and so are the leads there.',
    actions: [
      button('people.move', { op, hubId, personId }, { title: 'Move them', style: 'positive' }),
      button('help.open', {}, { title: 'Not now' }),
    ],
  }),
  sample: {
    op: 'sample',
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    personId: 'sample',
    name: 'Ana **Kowalska** ${name}',
    hubs: [{ id: 'glow', name: 'GLOW' }],
    problem: 'Choose the hub.',
  },
});

/** Says that somebody is with another hub now. */
export const personMoved = definePage<{ hubId: string; hubName: string }>({
  page: ({ hubId, hubName }) => ({
    where: 'Moved',
    headline: `They are with ${hubName} now`,
    paragraphs: [
      'Their days went along, and so did an application that was not decided. They are told, and so are the leads there.',
    ],
    actions: [
      button('applications.list', { hubId }, { title: 'See applications' }),
      button('help.open', {}, { title: 'What I can do' }),
    ],
  }),
  sample: { hubId: 'demo', hubName: 'GLOW' },
});

type MovedHub = {
  hubName: string;
  contact: string;
  /** What of theirs is with the hub now. */
  along: { application: boolean; days: boolean };
  /** The hub that keeps their application, because it gave or offered them a place. */
  staysWith: string | undefined;
};

/** Tells somebody that a lead moved them to another hub. */
export const movedHub = definePage<MovedHub>({
  page: ({ hubName, contact, along, staysWith }) => ({
    where: 'Your Maths Hub',
    headline: `Your hub is ${hubName} now`,
    paragraphs: [
      [alongWords(along), staysWith ? `Your application stays with ${staysWith}, and so does your place.` : '']
        .concat('You need not do anything for this.')
        .filter(Boolean)
        .join(' '),
    ],
    rows: contact ? [{ label: 'How to reach a person there', value: contact }] : [],
    actions: [
      button('application.show', {}, { title: 'My application' }),
      button('help.open', {}, { title: 'What I can do' }),
    ],
  }),
  sample: {
    hubName: 'GLOW',
    contact: 'hub@glow.example',
    along: { application: false, days: true },
    staysWith: 'Demo Maths Hub',
  },
});

function alongWords({ application, days }: MovedHub['along']): string {
  if (application && days) return 'Your application and your days went along.';
  if (application) return 'Your application went along.';
  return days ? 'Your days went along.' : '';
}

/** Where an applicant takes their application to another hub. */
export const moveApplicationForm = defineForm<{ op: string; cohort: string; hubs: Hubs; problem: string }>({
  form: ({ op, cohort, hubs, problem }) => ({
    where: `Your application · Cohort ${cohort}`,
    headline: hubs.length > 0 ? 'Take it to another hub' : 'No other hub takes applications today',
    problem,
    paragraphs: hubs.length > 0 ? ['It keeps what you wrote and the date you submitted it.'] : [],
    choices:
      hubs.length > 0 ? [{ id: 'to', label: 'To which hub?', error: 'Choose the hub', options: options(hubs) }] : [],
    actions: [
      ...(hubs.length > 0
        ? [button('application.move', { op, cohort }, { title: 'Take it there', style: 'positive' })]
        : []),
      button('application.show', { cohort }, { title: 'Back to my application' }),
    ],
  }),
  sample: { op: 'sample', cohort: '10', hubs: [{ id: 'glow', name: 'GLOW' }], problem: '' },
});
