import { formSteps } from '../../services/applications/draft.ts';
import type { ChannelUse } from '../../services/people/hub.ts';
import type { Lack, MissingText } from '../../services/people/lacks.ts';
import type { DraftStanding, Step } from '../../services/people/next-steps.ts';
import type { MissingYear } from '../../services/people/programme.ts';
import { type Button, button, type Verb } from '../actions.ts';
import { windowNotice } from '../applications/problems.ts';
import { standingWords } from '../applications/state-words.ts';
import { instantInEngland, inWords, longDate, shortened } from '../words.ts';

/** A button that may come to stand first, in sight, or behind the three dots. */
export type Press = { key: string; make: (look: { style?: 'positive'; overflow?: boolean }) => Button };

export const press = <V extends Verb>(verb: V, fixed: Parameters<typeof button<V>>[1], title: string): Press => ({
  key: JSON.stringify([verb, fixed]),
  make: (look) => button(verb, fixed, { title, ...look }),
});

/** The presses as a card's actions: each once, six at most, the first one primary, three in sight. `last` are always among them. */
export function actionsOf(presses: Press[], last: Press[]): Button[] {
  const lastKeys = last.map(({ key }) => key);
  const others = presses.filter(({ key }, index) => {
    const first = presses.findIndex((one) => one.key === key) === index;
    return first && !lastKeys.includes(key);
  });
  return [...others.slice(0, 6 - last.length), ...last].map(({ make }, index) =>
    make({ ...(index === 0 && { style: 'positive' }), ...(index > 2 && { overflow: true }) }),
  );
}

/** A step in words: how it stands in a line, what to do about it, and the buttons for that. */
type Said = { label: string; value: string; presses: Press[] };

const channelWords: Record<ChannelUse, string> = { leads: 'leads’ channel', cohort: 'cohort channel' };
const textWords: Record<MissingText, string> = {
  contact: 'contact',
  commitments: 'text on what a school commits to',
  privacy: 'privacy notice',
};
const settingWords = { dates: 'dates for applications', quota: 'quota' };
const yearWords: Record<MissingYear, string> = { 'year-one': 'Year One', 'year-two': 'Year Two' };
const lackWords: Record<Lack, string> = {
  lead: 'no lead',
  channel: 'no leads’ channel',
  quota: 'no quota',
  dates: 'no dates for applications',
};

const about = (hubId: string, hubName: string) => press('hubs.about', { hubId }, `About ${shortened(hubName, 30)}`);
const asking = (contact: string) => (contact ? `Questions: ${contact}` : 'Questions: ask your hub.');

function windowWords({ name, window }: NonNullable<DraftStanding['hub']>): string {
  if (window.kind === 'open') return `${name} takes applications until ${longDate(window.closes)}.`;
  return window.kind === 'not-set' ? '' : windowNotice(window);
}

/** Year One in days (NCP25-03, Participant information). */
const yearOne = { all: 7.5, central: 5.5, inSchool: 2 };

type Sayings = { [K in Step['kind']]: (step: Extract<Step, { kind: K }>) => Said };

const sayings: Sayings = {
  check: () => ({
    label: 'Check whether you can apply',
    value: 'Tell me about yourself, like “I have QTS and 18 months at an academy”, or press the button.',
    presses: [press('eligibility.open', {}, 'Check if I can apply')],
  }),
  apply: () => ({
    label: 'Apply',
    value: 'It takes about five minutes. Your hub chooses from the people who apply.',
    presses: [press('application.open', {}, 'Start an application')],
  }),
  'ask-hub': () => ({
    label: 'Ask a person',
    value: 'Your hub answers what the programme document does not say. Type “ask my hub”, or look up how to reach it.',
    presses: [press('hubs.contacts', {}, 'Reach a person')],
  }),
  draft: ({ saved, hub }) => ({
    label: `You have a draft application: ${saved} of ${formSteps.length} steps saved`,
    value: ['Nothing is sent yet, and only you see it.', hub ? windowWords(hub) : ''].filter(Boolean).join('\n'),
    presses: [press('application.open', {}, 'Go on with my application')],
  }),
  application: ({ hubId, hubName, standing, contact }) => ({
    label: standingWords[standing].headline(hubName),
    value: `${standingWords[standing].next}\n${asking(contact)}`,
    presses: [press('application.show', {}, 'My application'), about(hubId, hubName)],
  }),
  days: ({ hubId, hubName, contact, days }) => ({
    label: days
      ? `${(days.central + days.inSchool) / 4} of ${yearOne.all} days with ${hubName}`
      : `No days recorded with ${hubName} yet`,
    value: days
      ? `${days.central / 4} of ${yearOne.central} at central events, ${days.inSchool / 4} of ${yearOne.inSchool} in school and in hub, as your hub recorded on ${instantInEngland(days.at)}.\n${asking(contact)}`
      : `Year One is ${yearOne.all} days (NCP25-03, Participant information). Your hub’s lead can bring over what was recorded elsewhere.\n${asking(contact)}`,
    presses: [about(hubId, hubName)],
  }),
  applications: ({ hubId, hubName, waiting }) => ({
    label: waiting === 1 ? `1 application is with ${hubName}` : `${waiting} applications are with ${hubName}`,
    value: 'Read them here, in this chat.',
    presses: [press('applications.list', { hubId }, `Read ${shortened(hubName, 20)}’s applications`)],
  }),
  questions: ({ hubId, hubName, waiting }) => ({
    label:
      waiting === 1
        ? `1 question waits for an answer from ${hubName}`
        : `${waiting} questions wait for an answer from ${hubName}`,
    value: 'Answer them here or in the leads’ channel. Whoever asked reads it in their chat.',
    presses: [press('hub-questions.list', { hubId }, `Answer ${shortened(hubName, 20)}’s questions`)],
  }),
  unreached: ({ hubId, hubName }) => ({
    label: `Something from ${hubName} did not arrive`,
    value: 'See whom it was for, with words to send them by e-mail.',
    presses: [press('unreached.open', { hubId }, 'See what did not arrive')],
  }),
  'link-channels': ({ hubName, uses }) => ({
    label: `${hubName} has no ${uses.map((use) => channelWords[use]).join(' and no ')}`,
    value: 'Add me to your hub’s team, then mention me with “link” in the channel.',
    presses: [],
  }),
  'hub-texts': ({ hubId, hubName, missing }) => ({
    label: `${hubName} has no ${missing.map((text) => textWords[text]).join(' and no ')} of its own`,
    value: 'People who apply read these. Until then I show what the programme document says.',
    presses: [press('hubs.texts', { hubId }, `Write ${shortened(hubName, 20)}’s texts`)],
  }),
  'hub-settings': ({ hubName, missing }) => ({
    label: `${hubName} has no ${missing.map((setting) => settingWords[setting]).join(' and no ')}`,
    value: missing.includes('dates')
      ? 'A coordinator of the programme sets them. Until there are dates, nobody can submit an application to your hub.'
      : 'A coordinator of the programme sets it.',
    presses: [],
  }),
  'nothing-waiting': ({ hubId, hubName }) => ({
    label: `Nothing waits for you at ${hubName}`,
    value: 'New applications appear in the leads’ channel and under “applications”.',
    presses: [about(hubId, hubName)],
  }),
  'add-hubs': () => ({
    label: 'There are no hubs yet',
    value: 'Import them, or begin with the list that comes with me.',
    presses: [press('hubs.import', {}, 'Add hubs')],
  }),
  'set-years': ({ cohort, missing }) => ({
    label: `Cohort ${cohort} has no dates for ${inWords(missing.map((year) => yearWords[year]))}`,
    value: 'The programme document gives none, so I state none until you set them.',
    presses: [press('cohort.open', {}, 'The cohort’s years')],
  }),
  'hubs-lack': ({ hubs, of, lacks }) => ({
    label: `${hubs} of ${of} ${of === 1 ? 'hub' : 'hubs'} cannot take applications yet`,
    value: Object.entries(lackWords)
      .map(([lack, words]) => ({ words, count: lacks[lack as Lack] }))
      .filter(({ count }) => count > 0)
      .map(({ words, count }) => `${count} with ${words}`)
      .join('\n'),
    presses: [press('set-up.open', {}, 'See every hub')],
  }),
  'hubs-ready': ({ hubs }) => ({
    label: hubs === 1 ? 'The one hub has what it needs' : `All ${hubs} hubs have what they need`,
    value: 'Each has a lead, a leads’ channel, a quota and dates for applications.',
    presses: [press('set-up.open', {}, 'See every hub'), press('applications.counts', {}, 'See the numbers')],
  }),
};

/** A step in words. */
export const said = (step: Step): Said => (sayings[step.kind] as (step: Step) => Said)(step);
