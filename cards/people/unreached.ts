import { button } from '../actions.ts';
import { defineList } from '../list.ts';
import { shortened } from '../words.ts';

type Row = { hubId: string; messageId: string; who: string; what: string; why: string };
type Unreached = {
  hubId: string;
  hubName: string;
  messages: Row[];
  /** Where the next page starts, when there is one. */
  next: string | undefined;
  /** What became of the last press. */
  message: string;
};

/** What did not reach people of a hub, a row a message. */
export const unreachedCard = defineList<Unreached>({
  list: ({ hubId, hubName, messages, next, message }) => ({
    where: `${hubName} · What did not reach people`,
    headline: messages.length === 0 ? 'Everything has reached people' : 'These messages did not arrive',
    message: [message, messages.length === 0 ? empty : ''].filter(Boolean).join(' '),
    rows: messages.map(({ who, what, why, ...place }) => ({
      title: who,
      lines: [what, why],
      button: button('unreached.view', place, { title: `Tell ${shortened(who, 18)}` }),
    })),
    footnote: messages.length === 0 ? '' : 'Whoever opens the bot gets theirs at once, unless you have told them.',
    actions: [
      ...(next ? [button('unreached.open', { hubId, after: next }, { title: 'Next page' })] : []),
      button('unreached.open', { hubId }, { title: next ? 'First page' : 'Refresh this list' }),
      button('help.open', {}, { title: 'What I can do' }),
    ],
  }),
  sample: {
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    messages: [
      {
        hubId: 'demo',
        messageId: 'sample',
        who: 'Tess **Okafor** ${name}',
        what: 'An application was submitted for you',
        why: 'The app is not installed for them',
      },
    ],
    next: undefined,
    message: 'Noted.',
  },
});

const empty = 'Messages that cannot be delivered appear here, each with a text for an email.';
