import { button } from '../actions.ts';
import { defineForm } from '../form.ts';
import { defineList } from '../list.ts';
import { definePage } from '../page.ts';
import { instantInEngland } from '../words.ts';

const inWords = (hubs: { hubName: string; roles: string[] }[]) =>
  hubs.flatMap(({ hubName, roles }) =>
    roles.map((role) => `${role === 'lead' ? 'Lead of' : 'Specialist with'} ${hubName}`),
  );

type Accounts = {
  accounts: { tenantId: string; objectId: string; isThis: boolean }[];
  op: string;
  message: string;
};

/** The accounts that are one person's, with a way to add one and to be rid of one. */
export const accountsCard = defineList<Accounts>({
  list: ({ accounts, op, message }) => ({
    where: 'Your accounts',
    headline: accounts.length === 1 ? 'I know you by one account' : `I know you by ${accounts.length} accounts`,
    message:
      message ||
      'A guest account, a new school, a renamed account: link it and both are you. Your application and roles go with you.',
    rows: accounts.slice(0, 10).map(({ tenantId, objectId, isThis }) => ({
      title: isThis ? 'This account' : `Account ${objectId}`,
      lines: [`Organisation ${tenantId}`],
      button: isThis
        ? button('accounts.code', { op }, { title: 'Make a code' })
        : button('accounts.revoke', { tenantId, objectId }, { title: `Remove …${objectId.slice(-6)}` }),
    })),
    footnote:
      'To link another account, make a code here and send it to me from there. An account you remove is somebody new to me at once.',
    actions: [button('help.open', {}, { title: 'What I can do' })],
  }),
  sample: {
    accounts: [
      {
        tenantId: '00000000-0000-4000-8000-000000000001',
        objectId: '00000000-0000-4000-8000-000000000002',
        isThis: true,
      },
      {
        tenantId: '00000000-0000-4000-8000-000000000001',
        objectId: '00000000-0000-4000-8000-000000000003',
        isThis: false,
      },
    ],
    op: 'sample',
    message: '',
  },
});

/** The code that links another account. */
export const accountCode = definePage<{ code: string }>({
  page: ({ code }) => ({
    where: 'Your accounts',
    headline: 'Send this code from your other account',
    rows: [{ label: 'Code', value: code }],
    footnote: 'Works once, for an hour. Whoever sends it becomes you here, so give it to nobody.',
    actions: [
      button('accounts.open', {}, { title: 'Back to my accounts' }),
      button('help.open', {}, { title: 'What I can do' }),
    ],
  }),
  sample: { code: 'ABCD-EFGH-JKMN' },
});

/** Says, in the account a code was sent from, that it is linked. */
export const accountLinked = definePage({
  page: (_: Record<string, never>) => ({
    where: 'Your accounts',
    headline: 'This account is linked',
    paragraphs: ['From your next message I know you here, with everything that is yours.'],
    actions: [
      button('next.open', {}, { title: 'What next', style: 'positive' }),
      button('application.show', {}, { title: 'My application' }),
      button('accounts.open', {}, { title: 'My accounts' }),
    ],
  }),
  sample: {},
});

/** Tells somebody, in the account they had, that another was linked to them. */
export const accountAdded = definePage({
  page: (_: Record<string, never>) => ({
    where: 'Your accounts',
    headline: 'Another account was linked to you',
    paragraphs: [
      'From there, too, I show your application and roles. Was it not you? Open your accounts and remove it.',
    ],
    actions: [
      button('accounts.open', {}, { title: 'My accounts' }),
      button('hubs.contacts', {}, { title: 'Reach a person' }),
    ],
  }),
  sample: {},
});

type Side = {
  hubs: { hubName: string; roles: string[] }[];
  applications: { hubName: string; cohort: string; submittedAt: string }[];
};
type Merge = { code: string; here: Side; there: Side; bothApplied: boolean };

const linesOf = ({ hubs, applications }: Side) => [
  ...inWords(hubs),
  ...applications.map(
    ({ hubName, cohort, submittedAt }) =>
      `Application to ${hubName} for Cohort ${cohort}, submitted ${instantInEngland(submittedAt)}`,
  ),
];

/** What would join when two accounts, each with something of its own, become one person's. Nothing is done yet. */
export const mergePreviewCard = defineForm<Merge>({
  form: ({ code, here, there, bothApplied }) => {
    const other = linesOf(there);
    return {
      where: 'Your accounts',
      headline: 'Join both accounts into one?',
      paragraphs: [
        `In this account: ${linesOf(here).join('; ')}.`,
        `In the other: ${other.length > 0 ? other.join('; ') : 'nothing yet'}.`,
        'Both will be yours in either account. Nothing is deleted, and it cannot be undone.',
      ],
      choices: bothApplied
        ? [
            {
              id: 'keep',
              label: 'You applied with both. Which application is to go on? The other is withdrawn.',
              error: 'Choose which application is to go on',
              options: [
                { title: 'The one from this account', value: 'from' },
                { title: 'The one from the other account', value: 'into' },
              ],
            },
          ]
        : [],
      actions: [
        button('accounts.join', { code }, { title: 'Join both accounts', style: 'positive' }),
        button('help.open', {}, { title: 'Not now' }),
      ],
    };
  },
  sample: {
    code: 'ABCD-EFGH-JKMN',
    here: {
      hubs: [],
      applications: [{ hubName: 'Demo Maths Hub', cohort: '10', submittedAt: '2026-03-03T16:05:00.000Z' }],
    },
    there: {
      hubs: [{ hubName: 'Demo Maths Hub', roles: ['specialist'] }],
      applications: [{ hubName: 'GLOW', cohort: '10', submittedAt: '2026-03-02T16:05:00.000Z' }],
    },
    bothApplied: true,
  },
});
