import type { DraftOf } from '../../services/applications/draft.ts';
import { button } from '../actions.ts';
import { definePage } from '../page.ts';
import { shortDate } from '../words.ts';
import { deleteButton } from './draft-deletion.ts';

/** Says that a draft is kept, and how to go on with it. */
export const draftKept = definePage<DraftOf & { keptUntil: string | undefined }>({
  page: ({ cohort, changes, keptUntil }) => ({
    where: `Your application · Cohort ${cohort}`,
    headline: 'Your draft is saved',
    paragraphs: [
      'Nothing is sent, and only you see it. Type “resume application” in this chat, on any device, to go on where you stopped.',
    ],
    rows: keptUntil ? [{ label: 'Kept until', value: shortDate(keptUntil) }] : [],
    actions: [
      button('application.open', {}, { title: 'Go on with it', style: 'positive' }),
      button('help.open', {}, { title: 'What I can do' }),
      deleteButton({ cohort, changes }),
    ],
  }),
  sample: { cohort: '10', keptUntil: '2026-05-13' },
});

/** Waits for a long answer as a message. */
export const whyAwaited = definePage<DraftOf & { message: string }>({
  page: ({ cohort, changes, message }) => ({
    where: `Your application · Cohort ${cohort} · Step 3 of 3`,
    headline: 'Send me your answer as a message',
    paragraphs: [
      ...(message ? [message] : []),
      'Why are you applying, and what would you like to change in your classroom? Type it in this chat, in one message of up to 2,000 characters, within an hour. I show it to you before it counts.',
    ],
    footnote: 'Your hub’s leads read it once you have sent your application. No pupil names, please.',
    actions: [button('application.step', { cohort, changes, step: 'why' }, { title: 'Back to the form' })],
  }),
  sample: { cohort: '10', message: '' },
});

/** Shows a message that may be the answer. */
export const whyHeard = definePage<DraftOf & { op: string; heard: string; instead: boolean }>({
  page: ({ op, cohort, changes, heard, instead }) => ({
    where: `Your application · Cohort ${cohort} · Step 3 of 3`,
    headline: 'Is this why you apply?',
    rows: [{ label: 'Your message', value: heard }],
    footnote: instead ? 'It takes the place of what stands in the form now.' : 'Nothing is sent yet.',
    actions: [
      button('application.use-heard', { op, cohort, changes }, { title: 'Use this', style: 'positive' }),
      button('application.hear-again', { cohort, changes }, { title: 'Type it again' }),
      button('application.step', { cohort, changes, step: 'why' }, { title: 'Back to the form' }),
    ],
  }),
  sample: { op: 'sample', cohort: '10', heard: 'I want my classes **to** understand. ${name}', instead: true },
});
