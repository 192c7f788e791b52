import type { RegisterFile } from '../../services/schools/register-file.ts';

/** A made-up school, by the names of the DfE's columns. */
export type RegisterRow = Record<string, string>;

const short = [
  'URN',
  'LA (name)',
  'EstablishmentName',
  'TypeOfEstablishment (name)',
  'EstablishmentStatus (name)',
  'PhaseOfEducation (name)',
  'Town',
  'Postcode',
];
/** As many columns as the DfE writes: those that are read stand among others, some with nearly their names. */
const full = [
  'URN',
  'LA (code)',
  'LA (name)',
  'EstablishmentNumber',
  'EstablishmentName',
  'TypeOfEstablishment (code)',
  'TypeOfEstablishment (name)',
  'EstablishmentStatus (code)',
  'EstablishmentStatus (name)',
  'PhaseOfEducation (code)',
  'PhaseOfEducation (name)',
  'StatutoryLowAge',
  'StatutoryHighAge',
  'Locality',
  'Town',
  'Postcode',
  'SchoolWebsite',
  'HeadTitle (name)',
  'HeadFirstName',
  'HeadLastName',
];
const columnsOf = {
  short,
  full: [...full, ...Array.from({ length: 139 - full.length }, (_, index) => `Column${index}`)],
};

export function school(urn: number, more: RegisterRow = {}): RegisterRow {
  return {
    URN: String(urn),
    'LA (name)': 'Mockland',
    EstablishmentName: `School ${urn}`,
    'TypeOfEstablishment (name)': 'Academy converter',
    'EstablishmentStatus (name)': 'Open',
    'PhaseOfEducation (name)': 'Secondary',
    Town: 'Mockham',
    Postcode: 'ZZ4 1AA',
    ...more,
  };
}

/** The lines of a CSV: the header and one for each school. */
export function csvLines(rows: RegisterRow[], kind: 'short' | 'full' = 'full'): string[] {
  const columns = columnsOf[kind];
  const line = (cells: string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  return [line(columns), ...rows.map((row) => line(columns.map((column) => row[column] ?? '')))];
}

/** A file with this text, in Windows-1252 as the DfE writes it: for the letters it shares with Latin-1. */
export const windowsFile = (lines: string[]): RegisterFile => fileOf(Buffer.from(lines.join('\r\n'), 'latin1'));

/** A file with these bytes, which come in pieces. */
export const fileOf = (bytes: Buffer): RegisterFile =>
  async function* () {
    for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
  };

const first = ['Ash', 'Beck', 'Castle', 'Deep', 'East', 'Fern', 'Green', 'Holly', 'Iron', 'Kings', 'Lark', 'Maple'];
const second = ['field', 'ford', 'wood', 'mere', 'down', 'bridge', 'ham', 'ton', 'leigh', 'bourne', 'stead', 'hurst'];
const kinds = [
  ['Primary School', 'Community school', 'Primary'],
  ['Primary Academy', 'Academy converter', 'Primary'],
  ['High School', 'Foundation school', 'Secondary'],
] as const;
const pick = <T>(list: readonly T[], number: number): T => list[number % list.length] as T;

/** As many made-up schools as asked for, always the same. */
export function manySchools(count: number): RegisterRow[] {
  return Array.from({ length: count }, (_, index) => {
    const [ending, type, phase] = pick(kinds, index);
    const road = pick(first, Math.floor(index / 7)) + pick(second, Math.floor(index / 84));
    const name = `${pick(first, index)}${pick(second, Math.floor(index / 12))} ${road} ${ending}`;
    const place = pick(first, Math.floor(index / 50)) + pick(second, Math.floor(index / 600));
    return school(100_000 + index, {
      EstablishmentName: name,
      'TypeOfEstablishment (name)': type,
      'PhaseOfEducation (name)': phase,
      Town: place,
      Postcode: `ZZ${index % 90} ${index % 9}${pick('ABDEFGH'.split(''), index)}X`,
      SchoolWebsite: `www.school${index}.example`,
      'HeadTitle (name)': 'Ms',
      HeadFirstName: pick(first, index * 5),
      HeadLastName: pick(first, index * 3) + pick(second, index),
    });
  });
}
