/** A column of short codes of one length: postcodes, or numbers of schools. Small, and searched from end to end. */
export type Codes = { bytes: Uint8Array; width: number; count: number };

/** Codes as letters and digits without spaces; what is longer than `width` is cut, what is shorter is filled. */
export function codesOf(count: number, width: number): Codes {
  return { bytes: new Uint8Array(count * width), width, count };
}

export function setCode({ bytes, width }: Codes, row: number, code: string): void {
  bytes.set(filled(compact(code), width), row * width);
}

/** The rows with this code; when there are none, those that one wrong or one swapped character makes it. */
export function rowsWithCode({ bytes, width, count }: Codes, code: string): number[] {
  const wanted = filled(compact(code), width);
  const exact: number[] = [];
  const nearly: number[] = [];
  for (let row = 0; row < count; row++) {
    const away = slips(bytes, row * width, wanted);
    if (away === 0) exact.push(row);
    else if (away === 1) nearly.push(row);
  }
  return exact.length > 0 ? exact : nearly;
}

/** The rows whose code begins like this. */
export function rowsBeginning({ bytes, width, count }: Codes, beginning: string): number[] {
  const text = compact(beginning);
  const wanted = filled(text, text.length);
  const rows: number[] = [];
  for (let row = 0; row < count; row++) {
    let same = 0;
    while (same < wanted.length && bytes[row * width + same] === wanted[same]) same++;
    if (same === wanted.length) rows.push(row);
  }
  return rows;
}

/** 0: the same; 1: one character is another, or two neighbours are swapped; 2: anything else. */
function slips(bytes: Uint8Array, start: number, wanted: Uint8Array): number {
  let first = -1;
  let differing = 0;
  for (let index = 0; index < wanted.length; index++) {
    if (bytes[start + index] === wanted[index]) continue;
    if (differing === 0) first = index;
    differing += 1;
    if (differing > 2) return 2;
  }
  if (differing < 2) return differing;
  const here = start + first;
  return bytes[here] === wanted[first + 1] && bytes[here + 1] === wanted[first] ? 1 : 2;
}

const compact = (code: string) => code.toUpperCase().replace(/[^A-Z0-9]/g, '');

function filled(text: string, width: number): Uint8Array {
  const bytes = new Uint8Array(width);
  for (let index = 0; index < Math.min(text.length, width); index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}
