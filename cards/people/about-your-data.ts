import { button } from '../actions.ts';
import { definePage } from '../page.ts';

/** What the bot keeps about somebody, who sees it, and how to have a copy or have it deleted. */
export const aboutYourData = definePage<Record<string, never>>({
  page: () => ({
    where: 'You, as I know you',
    headline: 'What I keep about you',
    rows: [
      { label: 'From Teams', value: 'Your name, your account and this chat, so that I know you and can write to you.' },
      {
        label: 'What you told me about whether you can apply',
        value: 'For 30 days, so that you are not asked twice. Nobody else sees it.',
      },
      {
        label: 'A draft of an application',
        value:
          'Until you send it or delete it (type “delete my draft”), and at most 30 days after your hub has closed. Nobody else sees it.',
      },
      { label: 'Your application, if there is one', value: 'The leads of the hub you applied to see it.' },
      {
        label: 'Questions I could not answer',
        value:
          'Their words for 90 days, without who asked and without names, numbers and places, to learn what is missing.',
      },
      { label: 'The hub you said is yours', value: 'Until you choose another.' },
      { label: 'Questions you sent to your hub', value: 'For 90 days. The leads of that hub see them.' },
    ],
    footnote: 'For a copy, or to have everything deleted, ask your hub: it answers for what it holds about you.',
    actions: [
      button('hubs.contacts', {}, { title: 'Ask my hub for it', style: 'positive' }),
      button('eligibility.forget', {}, { title: 'Forget what I told you' }),
      button('application.show', {}, { title: 'My application' }),
    ],
  }),
  sample: {},
});
