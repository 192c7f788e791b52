import type { Staged } from '../../services/applications/application.ts';
import { type DecisionEvent, isStagedEvent, mostWords, takesWords } from '../../services/applications/decide.ts';
import type { ApplicationState } from '../../services/applications/states.ts';
import { button } from '../actions.ts';
import { defineForm } from '../form.ts';
import { decisionWords } from './decision-words.ts';
import { declineWords, stateWords } from './state-words.ts';

type Asked = {
  op: string;
  hubId: string;
  hubName: string;
  applicationId: string;
  /** How many moves the application had made when it was shown. */
  seen: number;
  /** What is kept for later for it, by which lead and when. */
  staged: Pick<Staged, 'event' | 'by' | 'at'> | undefined;
  event: DecisionEvent;
  name: string;
  state: ApplicationState;
  /** The last day of an offer that is made today. */
  until: string;
  /** What the hub's leads have said so far, where it asks them. */
  opinions: string;
  reason: string;
  words: string;
  problem: string;
};

/** Asks once more before somebody is told; or for the words that they are told. */
export const decisionForm = defineForm<Asked>({
  form: (shown) => {
    const { op, hubId, hubName, applicationId, seen, staged, event, reason, words, problem } = shown;
    const { title, make, words: asks } = decisionWords[event];
    const about = { hubId, applicationId };
    const press = { op, ...about, seen, kept: staged?.at };
    return {
      where: `${hubName} · Application · Decide`,
      headline: problem ? 'Nobody was told yet' : title,
      problem,
      paragraphs: aboutIt(shown),
      choices: event === 'decline' ? [{ ...reasonChoice, value: reason }] : [],
      texts: asks ? [{ ...wordsInput(event, asks), value: words }] : [],
      footnote: isStagedEvent(event)
        ? 'Keep it for later, and nobody is told until your hub releases what it has kept.'
        : '',
      actions: [
        button('decisions.make', { ...press, event }, { title: make, style: 'positive' }),
        ...(isStagedEvent(event)
          ? [button('decisions.keep', { ...press, event }, { title: 'Keep it for later' })]
          : []),
        button('decisions.open', about, { title: 'Back, decide nothing' }),
      ],
    };
  },
  sample: {
    op: 'sample',
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    applicationId: 'sample',
    seen: 1,
    staged: { event: 'offer', by: 'Helen Marsh', at: '2026-03-03T16:05:00.000Z' },
    event: 'decline',
    name: 'Tess **Okafor** ${name}',
    state: 'with-hub',
    until: '2026-03-16',
    opinions: '1 of 2 opinions given.',
    reason: '',
    words: '',
    problem: 'Choose a reason.',
  },
});

function aboutIt({ name, state, event, until, staged, opinions }: Asked): string[] {
  const stands = `About ${name}. Where it stands: ${stateWords[state]}.`;
  return [stands, decisionWords[event].what(until), staged ? keptWords(staged) : '', opinions].filter(Boolean);
}

const keptWords = ({ event, by }: Pick<Staged, 'event' | 'by'>) =>
  `Kept for later until now: ${decisionWords[event].title}, by ${by}. This takes its place.`;

const reasonChoice = {
  id: 'reason',
  label: 'The main reason',
  error: 'Choose a reason',
  options: Object.entries(declineWords).map(([value, title]) => ({ title, value })),
};

const wordsInput = (event: DecisionEvent, asks: string) => ({
  id: 'words',
  label: `${asks} At most ${mostWords} characters. No pupil names, please.`,
  error: 'Write a few words',
  maxLength: mostWords,
  long: true as const,
  ...(takesWords(event) === 'may' && { optional: true as const }),
});
