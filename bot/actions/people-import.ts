import { randomUUID } from 'node:crypto';
import type { Input } from '../../cards/actions.ts';
import { importForm } from '../../cards/people/import-form.ts';
import { fileHub, fileProblems, importPreview } from '../../cards/people/import-preview.ts';
import { can, hubsWhere } from '../../services/access.ts';
import { hubNames } from '../../services/people/hub.ts';
import { draftOf, keepDraft } from '../../services/people/import-draft.ts';
import { specialistsInFile } from '../../services/people/specialist-file.ts';
import { bringAboard, previewImport } from '../../services/people/specialist-import.ts';
import {
  longestText,
  type RowsProblem,
  type SpecialistRows,
  specialistsInText,
} from '../../services/people/specialist-rows.ts';
import type { Download, DownloadFile } from '../downloads.ts';
import { onlyInPrivate, type Reply, type Turn } from '../turn.ts';
import type { ActionHandlers } from './index.ts';
import { onlyLeads, showPeople } from './people.ts';

const gone: Reply = { say: 'I keep a list for an hour only, and that one is gone. Send or paste it again.' };
const closed: Reply = {
  say: 'That hub is closed or was merged into another, so nothing was changed. Type “people” again.',
};

type PeopleImport = 'people.import' | 'people.check' | 'people.preview' | 'people.take';

export const peopleImport: Pick<ActionHandlers, PeopleImport> = {
  'people.import': async ({ hubId, draft }, turn) => {
    const kept = draft ? await draftOf(turn.deps, turn.actor, draft) : undefined;
    return showForm(turn, hubId, { text: kept?.text ?? '', problems: [] });
  },
  'people.check': checkRows,
  'people.preview': (input, turn) => showPreview(turn, input),
  'people.take': take,
};

async function showForm(turn: Turn, hubId: string, form: { text: string; problems: RowsProblem[] }): Promise<Reply> {
  if (!can(turn.actor, 'manage-people', { hubId })) return onlyLeads;
  const [hubName = ''] = await hubNames(turn.deps, [hubId]);
  return { card: importForm({ hubId, hubName, ...form }) };
}

async function checkRows({ hubId, rows: text }: Input<'people.check'>, turn: Turn): Promise<Reply> {
  if (text.length > longestText) return showForm(turn, hubId, { text: '', problems: [{ fault: 'too-long' }] });
  const found = specialistsInText(text);
  if ('problems' in found) return showForm(turn, hubId, { text, problems: found.problems });
  const draft = await keepDraft(turn.deps, turn.actor, { rows: found.rows, text });
  return draft ? showPreview(turn, { hubId, draft }) : onlyLeads;
}

async function showPreview(turn: Turn, { hubId, draft }: { hubId: string; draft: string }): Promise<Reply> {
  const { deps, actor, programme } = turn;
  const result = await previewImport(deps, actor, { hubId, cohort: programme.cohort, draft });
  switch (result.kind) {
    case 'preview': {
      const { kind: _, ...preview } = result;
      return { card: importPreview({ op: randomUUID(), hubId, draft, ...preview }) };
    }
    case 'problems':
      return showProblems(turn, hubId, draft, result.problems);
    case 'gone':
      return gone;
    case 'closed':
      return closed;
    case 'denied':
      return onlyLeads;
  }
}

/** Problems stand on the form where the list was pasted, on a page where it was a file. */
async function showProblems(turn: Turn, hubId: string, draft: string, problems: RowsProblem[]): Promise<Reply> {
  const kept = await draftOf(turn.deps, turn.actor, draft);
  return kept?.text === undefined
    ? { card: fileProblems({ problems }) }
    : showForm(turn, hubId, { text: kept.text, problems });
}

async function take(input: Input<'people.take'>, turn: Turn): Promise<Reply> {
  const { deps, actor, programme } = turn;
  const { hubId, draft } = input;
  const result = await bringAboard(deps, actor, { ...input, cohort: programme.cohort });
  switch (result.kind) {
    case 'taken':
      return showPeople(turn, { hubId }, takenLine(result));
    case 'taken-before':
      return showPeople(turn, { hubId }, 'That list was taken before, and not counted twice. This is how it stands.');
    case 'nothing-new':
      return showPeople(turn, { hubId }, 'Nothing in that list was new.');
    case 'problems':
      return showProblems(turn, hubId, draft, result.problems);
    case 'gone':
      return gone;
    case 'closed':
      return closed;
    case 'denied':
      return onlyLeads;
  }
}

function takenLine({ fresh, changed, later }: { fresh: number; changed: number; later: boolean }): string {
  const what = [fresh > 0 ? `${fresh} new` : '', changed > 0 ? `${changed} changed` : ''].filter(Boolean).join(', ');
  return later ? `On their way: ${what}. Press “From the beginning” in a moment to see everybody.` : `Done: ${what}.`;
}

const notDownloaded: Record<Exclude<Download['kind'], 'file'>, Reply> = {
  'too-large': {
    say: 'That file is over 1 MB. Keep only the list of people in it, or save it as .csv, and send it again.',
  },
  elsewhere: { say: 'I only read files that were uploaded in our chat. Attach the .xlsx or .csv file itself.' },
  failed: { say: 'Teams did not give me the file just now. Nothing was changed; send it again in a minute.' },
};

/**
 * What becomes of files somebody sends: a list of specialists, from a lead. Downloading and reading take their time, so
 */
export async function takeFiles(turn: Turn, [url, ...others]: string[], download: DownloadFile): Promise<Reply> {
  if (turn.place !== 'personal') return { say: onlyInPrivate };
  const hubIds = hubsWhere(turn.actor, 'manage-people');
  if (hubIds.length === 0 || !url)
    return { say: 'I read files from hub leads only, with the specialists of their hub. Nothing of yours was opened.' };
  if (others.length > 0) return { say: 'Send me one file at a time, so that I can show you what each would change.' };
  const got = await download(url);
  if (got.kind !== 'file') return notDownloaded[got.kind];
  const found = await specialistsInFile(got.bytes);
  return takeList({ ...turn, deps: turn.fresh() }, hubIds, found);
}

async function takeList(turn: Turn, hubIds: string[], found: SpecialistRows): Promise<Reply> {
  if ('problems' in found) return { card: fileProblems({ problems: found.problems }) };
  const draft = await keepDraft(turn.deps, turn.actor, { rows: found.rows });
  const [hubId] = hubIds;
  if (!draft || !hubId) return onlyLeads;
  if (hubIds.length === 1) return showPreview(turn, { hubId, draft });
  const hubs = turn.programme.hubs.filter(({ id }) => hubIds.includes(id));
  return { card: fileHub({ draft, count: found.rows.length, hubs }) };
}
