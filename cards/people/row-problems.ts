import type { RowsProblem } from '../../services/people/specialist-rows.ts';

const columnWords = {
  name: 'name',
  email: 'email',
  school: 'school',
  central: 'central days',
  inSchool: 'school days',
};

const daysFault = 'must be a number in quarters of a day from 0 to 7.5, like 3.25; write 0 for none';

const rowWords = {
  name: 'the name is missing, or longer than 100 characters',
  email: 'the email address is missing or not one, like ana@school.example',
  school: 'the school’s name is longer than 200 characters',
  central: `central days ${daysFault}`,
  inSchool: `school days ${daysFault}`,
  twice: 'an earlier line has the same email address',
  'same-person': 'an earlier line has the same person under another email address',
  yourself: 'this is you. Nobody records their own days: ask another lead of your hub to bring you aboard',
  moved: 'they are with another hub now; take the line out',
};

const listWords = {
  'too-long':
    'That is more than the 8,000 characters a card carries. Send me the list as an .xlsx or .csv file here in our chat.',
  'not-a-table': 'I cannot read a list in this. Save it as .xlsx or .csv and send that file.',
  'old-workbook':
    'This workbook has an old format or a password. Save it as .xlsx without a password, or as .csv, and send that file.',
  'no-rows': 'There is no header with rows under it.',
  'too-many-rows': 'That is more than 200 people. Make several lists of it.',
};

const header = `The header needs ${Object.values(columnWords).join(', ')}, in any order.`;

function words(problem: RowsProblem): string {
  if ('line' in problem) return `Line ${problem.line}: ${rowWords[problem.fault]}.`;
  if (!('column' in problem)) return listWords[problem.fault];
  const column = columnWords[problem.column];
  return problem.fault === 'column-missing'
    ? `There is no column “${column}”. ${header}`
    : `More than one column is “${column}”. ${header}`;
}

const mostLines = 20;

/** What is not right in a list, a line each. Of many the first twenty. */
export function problemLines(problems: RowsProblem[]): string[] {
  const left = problems.length - mostLines;
  return [...problems.slice(0, mostLines).map(words), ...(left > 0 ? [`And ${left} more like these.`] : [])];
}
