/** What takes the place of what could tell who asked. */
const signs = ['name', 'school', 'place', 'date', 'number', 'email', 'link', 'word'] as const;
export type Sign = (typeof signs)[number];

const sign = `\\[(?:${signs.join('|')})\\]`;
export const signAlone = new RegExp(`^${sign}$`);
const anySign = new RegExp(sign);
/** Whether something was taken out of a text, and not put in other words since. */
export const holdsSign = (text: string): boolean => anySign.test(text);
export const sameSignAgain = new RegExp(`(${sign})(?:[\\s'&.,+-]*\\1)+`, 'g');

/** One word of a text, where it stands. */
export type Word = {
  text: string;
  /** In small letters. */
  word: string;
  at: number;
  /** Whether a sentence starts here. */
  starts: boolean;
  /** What stands between it and the word before. */
  gap: string;
};

const wordPattern = new RegExp(
  `${sign}|ncp ?25-?(?:03|15)\\b|[\\p{L}\\p{M}\\p{N}]+(?:['.,:/-][\\p{L}\\p{M}\\p{N}]+)*`,
  'giu',
);

/** The words of a text, signs included. */
export function wordsIn(text: string): Word[] {
  let end = 0;
  return [...text.matchAll(wordPattern)].map((found, index) => {
    const gap = text.slice(end, found.index);
    end = found.index + found[0].length;
    const starts = index === 0 || /[.?!:;]/.test(gap);
    return { text: found[0], word: found[0].toLowerCase(), at: found.index, starts, gap };
  });
}
