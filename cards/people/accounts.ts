import { button } from '../actions.ts';
import { definePage } from '../page.ts';

/** What linking another account is for. */
export const linkAccountCard = definePage<{ op: string }>({
  page: ({ op }) => ({
    where: 'Your accounts',
    headline: 'Use me with more than one account',
    paragraphs: [
      'For a guest account, a new school, or a renamed account: link it, and both are you. Your application and roles go with you.',
      'Make a code here, in the account that has them. Then send it to me from the other account.',
    ],
    actions: [
      button('accounts.code', { op }, { title: 'Make a code', style: 'positive' }),
      button('help.open', {}, { title: 'What I can do' }),
    ],
  }),
  sample: { op: 'sample' },
});

/** The code that links another account. */
export const accountCode = definePage<{ code: string }>({
  page: ({ code }) => ({
    where: 'Your accounts',
    headline: 'Send this code from your other account',
    rows: [{ label: 'Code', value: code }],
    footnote: 'Works once, for an hour. Whoever sends it becomes you here, so give it to nobody.',
    actions: [button('help.open', {}, { title: 'What I can do' })],
  }),
  sample: { code: 'ABCD-EFGH-JKMN' },
});

/** Says, in the account a code was sent from, that it is linked. */
export const accountLinked = definePage({
  page: (_: Record<string, never>) => ({
    where: 'Your accounts',
    headline: 'This account is linked',
    paragraphs: ['From your next message I know you here as I do in your other account.'],
    actions: [
      button('help.open', {}, { title: 'What I can do' }),
      button('application.show', {}, { title: 'My application' }),
    ],
  }),
  sample: {},
});
