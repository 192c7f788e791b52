/** Longest word that is compared; longer ones count up to here. */
const longest = 40;
const width = longest + 1;
/** Three rows are enough: a transposition looks back two. */
const rows = [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)] as const;

/**
 * How many slips (a letter more, less, other, or two swapped) part the typed word from the word, and from the nearest
 * beginning of it.
 */
export function edits(typed: string, word: string): { whole: number; beginning: number } {
  const n = Math.min(typed.length, longest);
  const m = Math.min(word.length, longest);
  let [older, last, row]: [Uint8Array, Uint8Array, Uint8Array] = [...rows];
  for (let j = 0; j <= m; j++) row[j] = j;
  for (let i = 1; i <= n; i++) {
    [older, last, row] = [last, row, older];
    row[0] = i;
    const a = typed.charCodeAt(i - 1);
    for (let j = 1; j <= m; j++) {
      const b = word.charCodeAt(j - 1);
      const other = at(last, j - 1) + Number(a !== b);
      let least = Math.min(other, at(last, j) + 1, at(row, j - 1) + 1);
      const swapped = a === word.charCodeAt(j - 2) && b === typed.charCodeAt(i - 2);
      if (swapped && i > 1 && j > 1) least = Math.min(least, at(older, j - 2) + 1);
      row[j] = least;
    }
  }
  let beginning = n;
  for (let j = 0; j <= m; j++) beginning = Math.min(beginning, at(row, j));
  return { whole: at(row, m), beginning };
}

const at = (row: Uint8Array, index: number): number => row[index] ?? 0;

/** Which letters a word has, a bit each; digits and other signs share the rest. Words a few slips apart differ in few bits. */
export function lettersOf(word: string): number {
  let bits = 0;
  for (let index = 0; index < word.length; index++) {
    const code = word.charCodeAt(index) - 97;
    bits |= 1 << (code >= 0 && code < 26 ? code : 26 + (word.charCodeAt(index) % 6));
  }
  return bits;
}

/** How many bits are set in a 32-bit number. */
export function bitsIn(number: number): number {
  let bits = number - ((number >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
