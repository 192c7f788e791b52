import { z } from 'zod';
import { button, buttonSchema } from '../actions.ts';
import { type Card, defineCard } from '../card.ts';
import { instantInEngland } from '../words.ts';
import template from './unreached-message.json' with { type: 'json' };

const data = z.strictObject({
  fallbackText: z.string(),
  where: z.string().min(1),
  headline: z.string().min(1),
  rows: z.array(z.strictObject({ label: z.string().min(1), value: z.string().min(1) })),
  letters: z.array(z.string()).max(1),
  footnote: z.string(),
  told: buttonSchema,
  back: buttonSchema,
});

type Message = {
  op: string;
  /** The hub whose list it is on, and the one whose message it is. */
  listedIn: { hubId: string; hubName: string };
  hubId: string;
  messageId: string;
  who: string;
  /** How to greet them; empty for a channel, and for whoever has no name here. */
  name: string;
  /** Their address, where the hub knows one. */
  email: string | undefined;
  why: string;
  at: string;
  /** What the message would have said; nothing where what it was about is no longer there. */
  text: string | undefined;
};

const build = ({ op, listedIn, hubId, messageId, who, name, email, why, at, text }: Message) => ({
  fallbackText: text ?? 'What this message was about is no longer there.',
  where: `${listedIn.hubName} · What did not reach people`,
  headline: text ? 'Tell them in another way' : 'What this was about is no longer there',
  rows: [
    { label: 'For', value: who },
    ...(email ? [{ label: 'Their email', value: email }] : []),
    { label: 'Why it did not arrive', value: `${why}, ${instantInEngland(at)}` },
  ],
  letters: text ? [letter(name, text)] : [],
  footnote: text ? 'Change the words as you like before you send them: they stay between you and your email.' : '',
  told: button(
    'unreached.told',
    { op, hubId, messageId },
    { title: text ? 'I have told them' : 'Take it off the list', style: 'positive' },
  ),
  back: button('unreached.open', { hubId: listedIn.hubId }, { title: 'Back to the list' }),
});

/** The words for an e-mail: those of the card that would have been sent, its first line as the subject. */
function letter(name: string, text: string): string {
  const [subject = '', ...lines] = text.split('\n');
  const greeting = name ? `Hello ${name},` : 'Hello,';
  const source = 'The Secondary Mastery Specialist bot in Teams has this message for you, and could not deliver it:';
  return [`Subject: ${subject}`, greeting, source, [`${subject}.`, ...lines].join('\n')].join('\n\n');
}

const sample: Message = {
  op: 'sample',
  listedIn: { hubId: 'demo', hubName: 'Demo Maths Hub' },
  hubId: 'demo',
  messageId: 'sample',
  who: 'Tess **Okafor** ${name}',
  name: 'Tess **Okafor** ${name}',
  email: 'tess@riverside.example',
  why: 'The app is not installed for them',
  at: '2026-03-03T16:05:00.000Z',
  text: 'Your hub is GLOW now\nYour application and your days went along. You need not do anything for this.',
};

const expand = defineCard({ template, data, sample: build(sample) });

/** One message that did not arrive, in words to copy. */
export const unreachedMessageCard = Object.assign((message: Message): Card => expand(build(message)), {
  sample: () => expand(build(sample)),
});
