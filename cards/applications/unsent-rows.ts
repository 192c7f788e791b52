import type { WordsUnsent } from '../../services/applications/draft-answers.ts';
import { fewLines } from '../../services/applications/own-words.ts';

const labels: [keyof WordsUnsent, string][] = [
  ['name', 'Name'],
  ['email', 'Work email'],
  ['role', 'Role'],
  ['typedSchool', 'School'],
  ['headteacher', 'Headteacher'],
  ['why', 'Why apply'],
];

/** Words that were not sent, for whoever wrote them to copy. */
export const unsentRows = (unsent: WordsUnsent): { label: string; value: string }[] =>
  labels.flatMap(([field, label]) => {
    const words = unsent[field];
    return words ? [{ label: `Not sent: ${label}`, value: fewLines(words, 12) }] : [];
  });
