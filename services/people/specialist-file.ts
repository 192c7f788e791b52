import { mostRows, type SpecialistRows, specialistsIn, specialistsInText } from './specialist-rows.ts';
import { tableInXlsx } from './xlsx.ts';

/** How the files begin that are told apart by their first bytes: a zip, as an .xlsx is, and what came before it. */
const zip = [0x50, 0x4b, 0x03, 0x04];
const oldOffice = [0xd0, 0xcf, 0x11, 0xe0];
const begins = (bytes: Uint8Array, signature: number[]) => signature.every((byte, index) => bytes[index] === byte);

/** The specialists in a file, an .xlsx or a CSV, told apart by what is in it and not by its name. */
export async function specialistsInFile(bytes: Uint8Array): Promise<SpecialistRows> {
  if (begins(bytes, oldOffice)) return { problems: [{ fault: 'old-workbook' }] };
  if (begins(bytes, zip)) {
    // Empty rows count too: room for some, and for one row too many to be seen.
    const table = await tableInXlsx(bytes, 5 * mostRows);
    return table ? specialistsIn(table) : { problems: [{ fault: 'not-a-table' }] };
  }
  const text = textIn(bytes);
  return text.includes('\0') ? { problems: [{ fault: 'not-a-table' }] } : specialistsInText(text);
}

/** The text of a CSV: as its first bytes say, else UTF-8, else what Windows writes in Western Europe. */
function textIn(bytes: Uint8Array): string {
  if (begins(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
