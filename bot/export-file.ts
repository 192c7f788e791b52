import { topicInWords } from '../cards/learning/topic-words.ts';
import type { Actor } from '../services/access.ts';
import { everyApplication } from '../services/applications/every-application.ts';
import { dateInEngland } from '../services/clock.ts';
import type { Deps } from '../services/deps.ts';
import { type Cell, csvOf } from '../services/exports/csv.ts';
import type { Exported } from '../services/exports/export-link.ts';
import { tableFile } from '../services/exports/table-file.ts';
import type { Cluster } from '../services/learning/clusters.ts';
import { type Alike, alikeInsightsOf, type Insights } from '../services/learning/insights.ts';
import { applicationsTable } from './applications-table.ts';

/** A file as it is downloaded. */
export type ExportFile = { name: string; type: string; body: string | Buffer };

const csvType = 'text/csv; charset=utf-8';
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What is downloaded, made from the records as they stand; undefined for somebody who may not have it any more. */
export async function exportFile(deps: Deps, actor: Actor, what: Exported): Promise<ExportFile | undefined> {
  switch (what.kind) {
    case 'insights': {
      const found = await alikeInsightsOf(deps, actor, what.month);
      if (found.kind === 'denied') return undefined;
      const name = `what-people-ask-${found.month}.csv`;
      return { name, type: csvType, body: csvOf(insightsRows(found)) };
    }
    case 'applications': {
      const found = await everyApplication(deps, actor, what);
      if (found.kind === 'denied') return undefined;
      const table = applicationsTable(`Cohort ${what.cohort}`, found.applications);
      const name = `applications-cohort-${what.cohort}-${dateInEngland(deps.clock.now())}.${what.format}`;
      const type = what.format === 'csv' ? csvType : workbookType;
      return { name, type, body: await tableFile(table, what.format) };
    }
  }
}

const headings = ['Month', 'What', 'In words', 'Asked', 'Not answered', 'Right', 'Not right', 'People', 'Wordings'];

function insightsRows({ month, topics, unansweredAlike, wrongAlike, ...sums }: Insights & Alike): Cell[][] {
  const all = [sums.asked, sums.unanswered, sums.judgedRight, sums.judgedWrong];
  return [
    headings,
    [month, 'All questions', '', ...all, '', ''],
    ...topics.map(({ topic = '', asked, unanswered, judgedRight, judgedWrong }) => [
      ...[month, 'Topic', topicInWords(topic), asked, unanswered, judgedRight, judgedWrong, '', ''],
    ]),
    ...unansweredAlike.map((one) => clusterRow(month, 'Not answered, asked alike', one)),
    ...wrongAlike.map((one) => clusterRow(month, 'Not right, asked alike', one)),
  ];
}

const clusterRow = (month: string, what: string, { count, askers, words, wordings }: Cluster): Cell[] => [
  ...[month, what, words.join(', '), count, '', '', '', askers, wordings.join('\n')],
];
