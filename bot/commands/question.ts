import { dateInEngland } from '../../services/clock.ts';
import { asksAboutEligibility, factsFrom } from '../../services/eligibility/facts-from-text.ts';
import { answerTo } from '../../services/questions/answer.ts';
import { judge } from '../actions/eligibility.ts';
import { showAnswer } from '../actions/questions.ts';
import type { Reply, Turn } from '../turn.ts';

/** The answer to a question: a verdict where somebody asks about themselves, else what the document says. */
export function answerQuestion(text: string, turn: Turn): Reply {
  if (!asksAboutEligibility(text)) return showAnswer(answerTo(text), turn);
  if (turn.place !== 'personal')
    return { say: 'Whether you can apply is between you and me: ask me in a chat of our own.' };
  return judge(factsFrom(text, dateInEngland(turn.deps.clock.now())), turn);
}
