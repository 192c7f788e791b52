import type { DraftValues } from '../../services/applications/draft.ts';
import type { Problems } from '../../services/applications/rules.ts';
import { longestWhy } from '../../services/applications/why-as-message.ts';
import type { DatedText } from '../../services/people/hub.ts';
import { button } from '../actions.ts';
import type { Card } from '../card.ts';
import { longDate } from '../words.ts';
import { problemWith } from './problems.ts';
import { draftOn, formField, type StepShown, stepCard, waysOn } from './step.ts';

type StepWhy = StepShown & {
  values: DraftValues;
  problems: Problems;
  hubName: string;
  /** What a school commits to, in the hub's words. */
  commitments: DatedText | undefined;
};

const fromDocument =
  'The programme asks that the headteacher takes part in a part of the launch event with you, and expects your subject leader to take part in a subject leader community (NCP25-03, Participant information).';

const build = ({ values, problems, hubName, commitments, ...shown }: StepWhy): Card => {
  const message = { title: 'Type it as a message instead' };
  return stepCard({
    ...shown,
    step: 'why',
    headline: 'Why, and what has been agreed',
    paragraphs: [],
    fields: [
      formField('text', {
        id: 'why',
        label:
          'Why are you applying, and what would you like to change in your classroom? Up to 2,000 characters. Your hub’s leads read this. No pupil names, please.',
        maxLength: longestWhy,
        multiline: true,
        value: values.why ?? '',
        problem: problemWith('why', problems),
      }),
      formField('press', {
        presses: [button('application.save-why', { ...draftOn(shown), go: 'message' }, message)],
      }),
      formField('words', {
        label: commitments ? `What ${hubName} asks of schools` : 'What the programme asks of schools',
        lines: commitments
          ? [...commitments.text.split('\n').filter((line) => line.trim()), `From ${longDate(commitments.since)}.`]
          : [fromDocument],
      }),
      formField('tick', {
        id: 'subjectLeaderKnows',
        label: 'Your subject leader',
        title: 'I am the subject leader, or mine knows about the subject leader community (NCP25-15)',
        value: values.subjectLeaderKnows ? 'true' : 'false',
        problem: problemWith('subjectLeaderKnows', problems),
      }),
      formField('tick', {
        id: 'hasReadInformation',
        label: 'The information document',
        title: 'I have read the programme’s information document',
        value: values.hasReadInformation ? 'true' : 'false',
        problem: problemWith('hasReadInformation', problems),
      }),
    ],
    footnote: 'Your headteacher is asked to agree after you have sent it: you get a link to forward.',
    actions: waysOn((go, look) => button('application.save-why', { ...draftOn(shown), go }, look), true),
  });
};

const sample: StepWhy = {
  op: 'sample',
  cohort: '10',
  version: 1,
  message: '',
  asked: 'How would you use your time?\nWho is your subject leader?',
  values: { why: 'I want my classes to understand. **${name}**' },
  problems: { hasReadInformation: 'missing' },
  hubName: 'Demo Maths Hub',
  commitments: { text: 'Cover for 7.5 days.\nThe head at the launch.', since: '2026-03-02' },
};

/** The third step: why, and what has been agreed at school. */
export const stepWhy = Object.assign(build, { sample: () => build(sample) });
