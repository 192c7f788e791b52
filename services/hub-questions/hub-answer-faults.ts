import { redactLines } from '../learning/redact.ts';
import { holdsSign } from '../learning/words-in.ts';
import { longest, tidied } from './hub-question.ts';

/** The most a hub answer may have, in characters. */
export const longestHubAnswer = { question: 300, answer: 1000 };

type Texts = { question: string; answer: string };
/** `signs`: it still holds what takes the place of names. `verbatim`: it is word for word what one person was written. */
type HubAnswerFault = 'length' | 'signs' | 'verbatim';
export type HubAnswerFaults = { [Field in keyof Texts]?: HubAnswerFault };

/** What is wrong with the texts of a hub answer, by field. `original`: the question and answer that they come from. */
export function faultsIn(typed: Texts, original: Texts | undefined): HubAnswerFaults {
  const question = faultIn(typed.question, longestHubAnswer.question, original?.question);
  const answer = faultIn(typed.answer, longestHubAnswer.answer, original?.answer);
  return { ...(question && { question }), ...(answer && { answer }) };
}

function faultIn(text: string, most: number, original = ''): HubAnswerFault | undefined {
  if (text === '' || text.length > most) return 'length';
  if (holdsSign(text)) return 'signs';
  return isSame(text, tidied(original), most) && holdsSign(redactLines(original, longest.answer))
    ? 'verbatim'
    : undefined;
}

function isSame(text: string, original: string, most: number): boolean {
  return [original, original.slice(0, most)].some((one) => plain(one) === plain(text));
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();
