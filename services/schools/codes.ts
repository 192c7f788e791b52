/** A column of short codes of one length: postcodes, or numbers of schools. Small, and searched from end to end. */
export type Codes = { bytes: Uint8Array; width: number; count: number };

/** Codes as letters and digits without spaces; what is longer than `width` is cut, what is shorter is filled. */
export function codesOf(count: number, width: number): Codes {
  return { bytes: new Uint8Array(count * width), width, count };
}

export function setCode({ bytes, width }: Codes, row: number, code: string): void {
  const text = compact(code);
  for (let index = 0; index < width; index++) bytes[row * width + index] = byteAt(text, index);
}

/** The rows with this code; when there are none, those that one wrong or one swapped character makes it. */
export function rowsWithCode(codes: Codes, code: string): number[] {
  const text = compact(code);
  const exact = rowsWhere(codes, (row) => slips(codes, row, text) === 0);
  return exact.length > 0 ? exact : rowsWhere(codes, (row) => slips(codes, row, text) === 1);
}

/** The rows whose code begins like this. */
export function rowsBeginning({ bytes, width, count }: Codes, beginning: string): number[] {
  const text = compact(beginning);
  return rowsWhere({ bytes, width, count }, (row) => {
    for (let index = 0; index < text.length; index++)
      if (bytes[row * width + index] !== byteAt(text, index)) return false;
    return true;
  });
}

/** 0: the same; 1: one character is another, or two neighbours are swapped; 2: anything else. */
function slips({ bytes, width }: Codes, row: number, text: string): number {
  let first = -1;
  let differing = 0;
  for (let index = 0; index < width; index++) {
    if (bytes[row * width + index] === byteAt(text, index)) continue;
    if (differing === 0) first = index;
    differing += 1;
    if (differing > 2) return 2;
  }
  if (differing < 2) return differing;
  const here = row * width + first;
  const swapped = bytes[here] === byteAt(text, first + 1) && bytes[here + 1] === byteAt(text, first);
  return swapped ? 1 : 2;
}

function rowsWhere({ count }: Codes, holds: (row: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < count; row++) if (holds(row)) rows.push(row);
  return rows;
}

const compact = (code: string) => code.toUpperCase().replace(/[^A-Z0-9]/g, '');
const byteAt = (text: string, index: number) => (index < text.length ? text.charCodeAt(index) : 0);
