import type { Facts } from '../../services/eligibility/facts.ts';
import { inWords } from '../words.ts';
import { questions } from './questions.ts';

/** What has been told so far, read back in words; nothing where nothing has. */
export function heard(known: Facts, about: 'self' | 'another'): string[] {
  const said = questions.flatMap(({ id, known: words }) => {
    const answer = known[id];
    return answer ? [words[answer][about]] : [];
  });
  const time = { self: 'how long you have taught', another: 'how long they have taught' };
  const all = [...said, ...(known.experience ? [time[about]] : [])];
  return all.length > 0 ? [`You have told me: ${inWords(all)}.`] : [];
}
