/** What is wrong with something a lead wrote, in characters; undefined when nothing is. */
export function wordsFault(text: string, most: number): 'empty' | 'too-long' | undefined {
  if (text.trim() === '') return 'empty';
  return text.length > most ? 'too-long' : undefined;
}

/** The same text in at most so many lines: a card shows each by itself and has a limit. */
export function fewLines(text: string, most: number): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const kept = lines.slice(0, most - 1);
  return [...kept, lines.slice(most - 1).join(' ')].filter(Boolean).join('\n');
}
