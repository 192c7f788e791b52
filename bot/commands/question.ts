import { forgetAsked } from '../../services/eligibility/memory.ts';
import { noteAsked, type Outcome } from '../../services/learning/note-asked.ts';
import { type Answer, answerTo } from '../../services/questions/answer.ts';
import { judgeReply, judgeText } from '../actions/eligibility.ts';
import { showAnswer } from '../actions/questions.ts';
import { onlyInPrivate, type Reply, type Turn } from '../turn.ts';
import { actOn } from './intents.ts';

/** The answer to a question: a verdict where somebody asks about themselves, something done, or what the document says. */
export async function answerQuestion(text: string, asked: Turn): Promise<Reply> {
  const personal = asked.place === 'personal';
  const reply = personal ? await judgeReply(text, asked) : undefined;
  if (reply) return reply;
  const found = await answerTo(asked.engine, text);
  const turn = { ...asked, deps: asked.fresh() };
  const { personId } = turn.actor;
  if (personal && found.kind !== 'eligibility') turn.afterwards((deps) => forgetAsked(deps, { personId }));
  const outcomes = outcomesOf(found);
  // However many parts of it went unanswered, its words are kept once.
  const withWords = outcomes.find(({ kind }) => kind === 'unanswered');
  for (const outcome of outcomes) {
    const words = outcome === withWords ? text : '';
    turn.afterwards((deps) => noteAsked(deps, { personId, text: words, outcome }));
  }
  switch (found.kind) {
    case 'eligibility':
      return personal ? judgeText(text, turn, found.also) : { say: onlyInPrivate };
    case 'intent':
      return actOn(found.intent, turn);
    default:
      return showAnswer(found, text, turn);
  }
}

/** What is counted of a question. */
function outcomesOf(found: Answer): Outcome[] {
  switch (found.kind) {
    case 'answer':
      return [{ kind: 'answered', topic: found.topic }];
    case 'answers':
      return found.parts.map(({ kind, topic }) => ({ kind: kind === 'answer' ? 'answered' : 'unanswered', topic }));
    case 'not-in-the-document':
      return [{ kind: 'unanswered', topic: found.topic }];
    case 'did-you-mean':
      return [{ kind: 'unsure' }];
    case 'intent':
      // Somebody being polite asks nothing.
      if (found.intent.startsWith('smalltalk:')) return [];
      return [{ kind: 'answered', topic: `intent:${found.intent}` }];
    case 'eligibility':
      return [{ kind: 'answered', topic: 'intent:eligibility' }];
    case 'abstain':
      return [{ kind: 'unanswered' }];
  }
}
