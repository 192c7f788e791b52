import type { Facts } from '../../services/eligibility/facts.ts';
import { questions } from './questions.ts';

/** What has been told so far, read back in words; nothing where nothing has. */
export function heard(known: Facts): string[] {
  const said = questions.flatMap(({ id, known: words, question, options }) => {
    if (known[id] === undefined) return [];
    const answer = options.find(({ value }) => value === known[id])?.title ?? 'your hub decides';
    return known[id] === 'yes' ? [words] : [`${question} ${answer}`];
  });
  const all = [...said, ...(known.experience ? ['You have told me how long you have taught'] : [])];
  return all.length > 0 ? [`So far: ${all.join('; ')}.`] : [];
}
