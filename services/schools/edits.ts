/** Longest word that is compared; longer ones count up to here. */
const longest = 40;
/** More slips than anybody asks for. */
const beyond = 100;
const tooMany = { whole: beyond, beginning: beyond };
/** Three rows are enough: a transposition looks back two. One place more, for what lies beyond a row's end. */
const width = longest + 2;
const rows = [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)] as const;

/**
 * How many slips (a letter more, less, other, or two swapped) part the typed word from the word, and from the nearest
 * beginning of it, if no more than `most`; otherwise some number above that. Letters are compared only where so few
 * slips can have moved them, and only until there are too many.
 */
export function edits(typed: string, word: string, most: number): { whole: number; beginning: number } {
  const n = Math.min(typed.length, longest);
  const m = Math.min(word.length, longest);
  let [older, last, row]: [Uint8Array, Uint8Array, Uint8Array] = [...rows];
  for (let j = 0; j <= most; j++) row[j] = j;
  row[most + 1] = beyond;
  let least = 0;
  for (let i = 1; i <= n; i++) {
    [older, last, row] = [last, row, older];
    const from = Math.max(1, i - most);
    const to = Math.min(m, i + most);
    const a = typed.charCodeAt(i - 1);
    least = from === 1 ? i : beyond;
    row[from - 1] = least;
    for (let j = from; j <= to; j++) {
      const b = word.charCodeAt(j - 1);
      const other = at(last, j - 1) + Number(a !== b);
      let slips = Math.min(other, at(last, j) + 1, at(row, j - 1) + 1);
      const swapped = a === word.charCodeAt(j - 2) && b === typed.charCodeAt(i - 2);
      if (swapped && i > 1 && j > 1) slips = Math.min(slips, at(older, j - 2) + 1);
      row[j] = slips;
      least = Math.min(least, slips);
    }
    row[to + 1] = beyond;
    if (least > most) return tooMany;
  }
  return { whole: Math.abs(n - m) > most ? beyond : at(row, m), beginning: least };
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
