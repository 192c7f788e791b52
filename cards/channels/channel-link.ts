import type { ChannelUse } from '../../services/people/hub.ts';
import { button } from '../actions.ts';
import { definePage } from '../page.ts';
import { useWords } from './words.ts';

type ChannelLink = {
  hubId: string;
  hubName: string;
  linkedAs: ChannelUse | undefined;
  /** What is linked for each use in another place: its name, or undefined where nothing is. */
  elsewhere: Record<ChannelUse, string | undefined>;
};

/** Asks a lead, in a channel, what the channel is for. */
export const channelLink = definePage<ChannelLink>({
  page: ({ hubId, hubName, linkedAs, elsewhere }) => ({
    where: `${hubName} · This channel`,
    headline: linkedAs ? `This is ${useWords[linkedAs]} of ${hubName}` : 'What is this channel for?',
    rows: [
      {
        label: 'For the leads',
        value: `New applications are told here, with names. Everybody in the channel sees them.${now(elsewhere.leads)}`,
      },
      {
        label: 'For the cohort',
        value: `Announcements to specialists. Nothing personal is ever posted here.${now(elsewhere.cohort)}`,
      },
    ],
    footnote: 'A hub has one channel of each kind: linking another takes the place of the first.',
    actions: [
      button('channels.check', { hubId }, { title: 'Link it for the leads' }),
      button('channels.link', { hubId, use: 'cohort' }, { title: 'Link it for the cohort' }),
      ...(linkedAs ? [button('channels.unlink', {}, { title: 'Unlink it' })] : []),
    ],
  }),
  sample: {
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    linkedAs: 'cohort',
    elsewhere: { leads: 'Hub leads', cohort: undefined },
  },
});

const now = (name: string | undefined) => (name === undefined ? '' : `\nLinked now: ${name}`);

/** Who would see applications in a channel, before it is linked for the leads. */
export const channelRoster = definePage<{ hubId: string; hubName: string; others: string[]; count: number }>({
  page: ({ hubId, hubName, others, count }) => ({
    where: `${hubName} · This channel`,
    headline: others.length === 0 ? 'Only leads of your hub are here' : 'Not everybody here leads your hub',
    paragraphs:
      others.length === 0
        ? [`${count === 1 ? '1 person sees' : `${count} people see`} what is posted here.`]
        : [
            'They would see the names of people who apply. Link it only if that is right, or take them out of the channel first.',
          ],
    rows: others.length === 0 ? [] : [{ label: 'Not a lead of this hub', value: others.slice(0, 30).join('\n') }],
    actions: [
      button(
        'channels.link',
        { hubId, use: 'leads' },
        { title: others.length === 0 ? 'Link it for the leads' : 'Link it all the same' },
      ),
      button('channels.open', { hubId }, { title: 'Back' }),
    ],
  }),
  sample: { hubId: 'demo', hubName: 'Demo Maths Hub', others: ['Ana Kowalska'], count: 3 },
});

/** What became of linking or unlinking a channel, and the way back. */
export const channelDone = definePage<{ hubId: string; headline: string; text: string; back: string }>({
  page: ({ hubId, headline, text, back }) => ({
    where: 'This channel',
    headline,
    paragraphs: [text],
    actions: [button('channels.open', { hubId }, { title: back })],
  }),
  sample: {
    hubId: 'demo',
    headline: 'Linked',
    text: 'This is now the leads’ channel of Demo Maths Hub.',
    back: 'Change what it is for',
  },
});
