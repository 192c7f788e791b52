import type { ChannelEnd, ChannelUse } from '../../services/people/hub.ts';
import { button } from '../actions.ts';
import { definePage } from '../page.ts';
import { useWords } from './words.ts';

/** What happened to a lost channel, and what a lead does next. */
const ends: Record<ChannelEnd, { happened: string; next: string }> = {
  'channel-deleted': {
    happened: 'The channel was deleted.',
    next: 'To link another, open the channel you want and mention me with “link”.',
  },
  'team-archived': {
    happened: 'Its team was archived.',
    next: 'Once the team is active again, open the channel and mention me with “link”. Or do so in a channel of another team.',
  },
  'team-deleted': {
    happened: 'Its team was deleted.',
    next: 'Add me to the team you use now, open the channel you want and mention me with “link”.',
  },
  'bot-removed': {
    happened: 'I was removed from it.',
    next: 'Add me there again, or to another team. Then open the channel you want and mention me with “link”.',
  },
};

const meanwhile: Record<ChannelUse, string> = {
  leads: 'Until then nobody is told in a channel when somebody applies. The applications themselves are all there.',
  cohort: 'Until then I post nothing to the cohort.',
};

type LostChannel = { hubName: string; use: ChannelUse; how: ChannelEnd; name: string | undefined };

/** Tells a lead that a linked channel cannot be posted in any more, and what to do about it. */
export const channelLost = definePage<LostChannel>({
  page: ({ hubName, use, how, name }) => ({
    where: `${hubName} · Channels`,
    headline: `I can no longer post in ${useWords[use]}`,
    paragraphs: [`${ends[how].happened} ${meanwhile[use]}`, ends[how].next],
    rows: name === undefined ? [] : [{ label: 'Channel', value: name }],
    footnote: `You get this because you lead ${hubName}.`,
    actions: [
      ...(use === 'leads' ? [button('applications.open', {}, { title: 'See the applications' })] : []),
      button('help.open', {}, { title: 'What I can do' }),
    ],
  }),
  sample: { hubName: 'Demo Maths Hub', use: 'leads', how: 'bot-removed', name: 'Hub leads' },
});

/** Tells a lead that a linked channel has another name. There is nothing to do. */
export const channelRenamed = definePage<{ hubName: string; use: ChannelUse; name: string }>({
  page: ({ hubName, use, name }) => ({
    where: `${hubName} · Channels`,
    headline: 'A linked channel has a new name',
    paragraphs: [`${capitalised(useWords[use])} of ${hubName} is now called ${name}. I go on posting there.`],
    footnote: `You get this because you lead ${hubName}.`,
    actions: [button('help.open', {}, { title: 'What I can do' })],
  }),
  sample: { hubName: 'Demo Maths Hub', use: 'cohort', name: 'Cohort 10' },
});

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
