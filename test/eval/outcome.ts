import { dateInEngland, systemClock } from '../../services/clock.ts';
import { criteria } from '../../services/eligibility/criteria.ts';
import { factsTold } from '../../services/eligibility/facts-told.ts';
import { verdictOn } from '../../services/eligibility/rules.ts';
import { type Answer, type AnswerPart, answerTo } from '../../services/questions/answer.ts';
import type { Understanding } from '../../services/questions/engine/understanding.ts';

/** What became of a question, as question sets name it. `text` is what a teacher would read. */
export type Outcome = {
  outcome: 'answer' | 'verdict' | 'intent' | 'abstain' | 'clarify' | 'smalltalk';
  verdict?: string;
  intent?: string;
  topics: string[];
  text: string;
};

const today = dateInEngland(systemClock.now());
/** The rules' verdicts, as question sets name them. */
export const verdictNames = {
  eligible: 'eligible',
  'not-yet': 'not_eligible',
  no: 'not_eligible',
  'need-to-know': 'needs_more_info',
  'ask-hub': 'needs_more_info',
} as const;

/** What the bot makes of a question, on the same way from text to answer as in a chat. */
export async function outcomeOf(engine: Understanding, asked: string): Promise<Outcome> {
  const answer = await answerTo(engine, asked);
  return answer.kind === 'eligibility' ? verdictFor(engine, asked, answer.also) : outcomeFrom(answer);
}

async function verdictFor(engine: Understanding, asked: string, also: AnswerPart[]): Promise<Outcome> {
  const { kind, reasons } = verdictOn(await factsTold(engine, asked, today), today);
  const text = reasons.map(({ criterion, outcome }) => criteria[criterion].reasons[outcome]).join(' ');
  const topics = also.map(({ topic }) => topic);
  return { outcome: 'verdict', verdict: verdictNames[kind], topics, text: [text, ...also.map(partText)].join('\n') };
}

function outcomeFrom(answer: Exclude<Answer, { kind: 'eligibility' }>): Outcome {
  switch (answer.kind) {
    case 'answer':
      return { outcome: 'answer', topics: [answer.topic], text: answer.text };
    case 'answers': {
      const said = answer.parts.some(({ kind }) => kind === 'answer');
      const topics = answer.parts.map(({ topic }) => topic);
      return { outcome: said ? 'answer' : 'abstain', topics, text: answer.parts.map(partText).join('\n') };
    }
    case 'not-in-the-document':
      return { outcome: 'abstain', topics: [answer.topic], text: notSaid(answer) };
    case 'did-you-mean': {
      const text = answer.questions.map(({ question, begins }) => `${question} ${begins}`).join('\n');
      return { outcome: 'clarify', topics: answer.questions.map(({ topic }) => topic), text };
    }
    case 'intent': {
      const outcome = answer.intent.startsWith('smalltalk:') ? 'smalltalk' : 'intent';
      return { outcome, intent: answer.intent, topics: [], text: '' };
    }
    case 'abstain':
      return { outcome: 'abstain', topics: [], text: 'I do not have an answer to that.' };
  }
}

const partText = (part: AnswerPart) => (part.kind === 'answer' ? part.text : notSaid(part));
const notSaid = ({ subject, beside }: { subject: string; beside: string | undefined }) =>
  [`The document does not say ${subject}.`, ...(beside ? [`It does say: ${beside}`] : [])].join(' ');
