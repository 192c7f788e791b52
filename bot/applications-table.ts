import { declineWords, stateWords } from '../cards/applications/state-words.ts';
import type { Answers, Application } from '../services/applications/application.ts';
import { checkAsSent } from '../services/applications/check.ts';
import { endorsementOf, type QueueLine } from '../services/applications/lines.ts';
import type { Table, TableCell } from '../services/exports/table.ts';

const endorsementWords: Record<QueueLine['endorsement'], string> = {
  none: 'Not yet',
  refused: 'Declined',
  'by-link': 'By link, not verified',
  recorded: 'Recorded by a lead',
  checked: 'Checked with the school',
};

const checkWords: Record<QueueLine['check'], string> = {
  eligible: 'Meets the criteria',
  'not-yet': 'Not yet',
  no: 'Does not meet them',
  'need-to-know': 'Something is missing',
  'ask-hub': 'For the hub to look at',
};

const qtsWords: Record<Answers['qts'], string> = { yes: 'Yes', no: 'No', 'not-sure': 'Not sure' };

type Column = { title: string; width: number; cell: (application: Application) => TableCell };

const columns: Column[] = [
  { title: 'Submitted', width: 17, cell: ({ submittedAt }) => ({ instant: submittedAt }) },
  { title: 'State', width: 23, cell: ({ state }) => stateWords[state] },
  { title: 'Name', width: 24, cell: ({ answers }) => answers.name },
  { title: 'Work email', width: 30, cell: ({ answers }) => answers.email },
  { title: 'Role', width: 20, cell: ({ answers }) => answers.role },
  { title: 'School', width: 30, cell: ({ answers }) => answers.school },
  { title: 'URN', width: 10, cell: ({ answers }) => (answers.urn ? Number(answers.urn) : '') },
  { title: 'Key stages', width: 14, cell: ({ answers }) => answers.keyStages.join(', ') },
  { title: 'QTS', width: 10, cell: ({ answers }) => qtsWords[answers.qts] },
  { title: 'Started teaching', width: 16, cell: ({ answers }) => answers.startedTeaching },
  { title: 'Why they apply', width: 60, cell: ({ answers }) => answers.why },
  { title: 'Headteacher', width: 24, cell: ({ answers }) => answers.headteacher },
  { title: 'Endorsement', width: 24, cell: (application) => endorsementWords[endorsementOf(application)] },
  { title: 'Endorsed by', width: 28, cell: ({ endorsement }) => endorser(endorsement) },
  { title: 'Eligibility check', width: 22, cell: (application) => checkWords[checkAsSent(application).kind] },
  { title: 'Reason for the decision', width: 36, cell: ({ decline }) => (decline ? reason(decline) : '') },
  { title: 'Last day of the offer', width: 19, cell: ({ offer }) => (offer ? { date: offer.until } : '') },
];

/** Applications as the table that leads download. */
export function applicationsTable(name: string, applications: AsyncIterable<Application>): Table {
  return { name, columns: columns.map(({ title, width }) => ({ title, width })), rows: rowsOf(applications) };
}

async function* rowsOf(applications: AsyncIterable<Application>): AsyncGenerator<TableCell[]> {
  for await (const application of applications) yield columns.map(({ cell }) => cell(application));
}

function endorser(endorsement: Application['endorsement']): string {
  return endorsement ? [endorsement.name, endorsement.role].filter(Boolean).join(', ') : '';
}

const reason = ({ reason, words }: NonNullable<Application['decline']>): string =>
  [declineWords[reason], words].filter(Boolean).join(': ');
