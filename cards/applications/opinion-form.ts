import type { opinionViews } from '../../services/applications/application.ts';
import { opinionLimits } from '../../services/applications/opinions.ts';
import { button } from '../actions.ts';
import { defineForm } from '../form.ts';

/** A lead's opinion on an application, as it is chosen and shown. */
export const viewWords: Record<(typeof opinionViews)[number], string> = {
  yes: 'Yes, offer a place',
  unsure: 'Unsure',
  no: 'No, not this time',
};

type OpinionForm = {
  op: string;
  hubId: string;
  hubName: string;
  applicationId: string;
  name: string;
  view: string;
  words: string;
  problem: string;
};

/** Where a lead says what they think, before they see what others do. */
export const opinionForm = defineForm<OpinionForm>({
  form: ({ op, hubId, hubName, applicationId, name, view, words, problem }) => ({
    where: `${hubName} · Application · Opinions`,
    headline: problem ? 'Not given yet' : 'Give your opinion',
    problem,
    paragraphs: [
      `About ${name}.`,
      'Each lead gives theirs without seeing the others’. Once given it stays, and you see theirs.',
    ],
    choices: [
      {
        id: 'view',
        label: 'Would you offer a place?',
        error: 'Choose one of the answers',
        options: Object.entries(viewWords).map(([value, title]) => ({ title, value })),
        value: view,
      },
    ],
    texts: [
      {
        id: 'words',
        label: `Why, in at most ${opinionLimits.characters} characters`,
        error: 'Keep it shorter',
        maxLength: opinionLimits.characters,
        value: words,
        long: true,
        optional: true,
      },
    ],
    footnote: 'The leads of your hub see this, and the applicant can ask to see it. I count nothing together.',
    actions: [
      button('opinions.give', { op, hubId, applicationId }, { title: 'Give this opinion', style: 'positive' }),
      button('applications.view', { hubId, applicationId, part: 'notes' }, { title: 'Back to the notes' }),
    ],
  }),
  sample: {
    op: 'sample',
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    applicationId: 'sample',
    name: 'Tess **Okafor** ${name}',
    view: '',
    words: '',
    problem: 'Choose one of the answers.',
  },
});
