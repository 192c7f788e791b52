/** The numbers from 0 to 20 as words, each at its own place. */
export const numberWords =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
  sixteen seventeen eighteen nineteen twenty`.split(/\s+/);

/** What a word from zero to twenty stands for. */
export const numberOf = (word: string): number => numberWords.indexOf(word);
