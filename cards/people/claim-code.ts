import type { ForwardedCode } from '../../services/people/people.ts';
import { button } from '../actions.ts';
import { defineList } from '../list.ts';
import { definePage } from '../page.ts';
import { shortened } from '../words.ts';

const invitation = (hubName: string, code: string) =>
  `${hubName} has brought you aboard as a specialist. Open a chat with the Specialist bot in Teams and send it this code: ${code}`;

type ClaimCode = {
  hubId: string;
  hubName: string;
  personId: string;
  name: string;
  code: string;
  goodForDays: number;
};

/** A one-time code that makes an account somebody's, with words to forward. */
export const claimCode = definePage<ClaimCode>({
  page: ({ hubId, hubName, personId, name, code, goodForDays }) => ({
    where: `${hubName} · Specialists`,
    headline: 'A code to forward',
    rows: [
      { label: 'For', value: name },
      { label: 'Code', value: code },
      { label: 'To forward', value: invitation(hubName, code) },
    ],
    footnote: `Works once, for ${goodForDays} days. Whoever sends it first is ${name} to me, so send it to nobody else.`,
    actions: [
      button('people.view', { hubId, personId }, { title: `Back to ${shortened(name, 18)}` }),
      button('people.open', { hubId }, { title: 'All specialists' }),
    ],
  }),
  sample: {
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    personId: 'sample',
    name: 'Ana Kowalska',
    code: 'ABCD-EFGH-JKMN',
    goodForDays: 30,
  },
});

type Codes = { hubId: string; hubName: string; people: ForwardedCode[]; next: string | undefined; op: string };

const elsewhereToo = 'Is also with another hub or leads this one: they link a new account themselves.';

/** Codes for those of a hub who have not opened the bot yet, a page of them. */
export const claimCodes = defineList<Codes>({
  list: ({ hubId, hubName, people, next, op }) => ({
    where: `${hubName} · Specialists`,
    headline: 'Codes to forward',
    message: messageFor(people.length, next),
    rows: people.map(({ personId, name, code }) => ({
      title: name,
      lines: [code ? invitation(hubName, code) : elsewhereToo],
      button: button('people.view', { hubId, personId }, { title: `Open ${shortened(name, 18)}` }),
    })),
    footnote: 'A code works once, for 30 days. Opening this page again makes new ones; those you have sent still work.',
    actions: [
      ...(next ? [button('people.codes', { op, hubId, after: next }, { title: 'More codes', style: 'positive' })] : []),
      button('people.open', { hubId }, { title: 'Back to the specialists' }),
    ],
  }),
  sample: {
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    people: [
      { personId: 'sample', name: 'Ana Kowalska', code: 'ABCD-EFGH-JKMN' },
      { personId: 'other', name: 'Ben Carter', code: undefined },
    ],
    next: 'sample',
    op: 'sample',
  },
});

function messageFor(count: number, next: string | undefined): string {
  if (count > 0)
    return 'They have not opened the bot yet. Copy each one’s line and send it to them, and to nobody else.';
  return next ? 'Everybody so far has opened the bot. There are more people.' : 'Everybody has opened the bot.';
}
