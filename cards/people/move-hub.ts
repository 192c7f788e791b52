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
      `${name} goes to the hub you choose, with their application, its date, and their days. Your hub no longer sees them.`,
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
    paragraphs: ['Everything of theirs went along. They are told, and so are the leads there.'],
    actions: [
      button('applications.list', { hubId }, { title: 'See applications' }),
      button('help.open', {}, { title: 'What I can do' }),
    ],
  }),
  sample: { hubId: 'demo', hubName: 'GLOW' },
});

/** Tells somebody that a lead moved them to another hub. */
export const movedHub = definePage<{ hubName: string; contact: string }>({
  page: ({ hubName, contact }) => ({
    where: 'Your Maths Hub',
    headline: `Your hub is ${hubName} now`,
    paragraphs: ['Your application and your days went along. You need not do anything.'],
    rows: contact ? [{ label: 'How to reach a person there', value: contact }] : [],
    actions: [
      button('application.show', {}, { title: 'My application' }),
      button('help.open', {}, { title: 'What I can do' }),
    ],
  }),
  sample: { hubName: 'GLOW', contact: 'hub@glow.example' },
});

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
      button('application.show', {}, { title: 'Back to my application' }),
    ],
  }),
  sample: { op: 'sample', cohort: '10', hubs: [{ id: 'glow', name: 'GLOW' }], problem: '' },
});
