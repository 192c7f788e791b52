import { randomUUID } from 'node:crypto';
import type { Input } from '../../cards/actions.ts';
import { draftDeletion } from '../../cards/applications/draft-deletion.ts';
import { deleteDraft, draftMeant } from '../../services/applications/delete-draft.ts';
import { type Draft, draftAt } from '../../services/applications/draft.ts';
import { ownDraft } from '../../services/applications/open-draft.ts';
import { read } from '../../services/store/record.ts';
import type { Reply, Turn } from '../turn.ts';
import { showApplication } from './application.ts';
import { linked } from './application-draft.ts';
import type { ActionHandlers } from './index.ts';

export const draftDeletions: Pick<ActionHandlers, 'application.deleting' | 'application.delete'> = {
  'application.deleting': async (about, turn) => {
    const { deps, actor, programme } = turn;
    const named = await read(deps.store, draftAt(actor.personId, about));
    // One that was begun for a cohort gone by may go on for another by now.
    const draft = named ?? (about.changes ? undefined : await ownDraft(deps, actor, programme.cohort));
    return draft ? askDeletion(draft) : nothingThere(turn, about.cohort);
  },
  'application.delete': deleteIt,
};

/** What “delete my draft” does: asks about the draft that is meant, or says that there is none. */
export async function openDeletion(turn: Turn): Promise<Reply> {
  const draft = await draftMeant(turn.deps, turn.actor, turn.programme.cohort);
  return draft ? askDeletion(draft) : nothingThere(turn);
}

const nothingThere = (turn: Turn, cohort?: string) =>
  showApplication(
    turn,
    cohort,
    'You have no draft, so there is nothing to delete. Here is your application.',
    'no-draft',
  );

function askDeletion({ cohort, changes, version, saved, at }: Draft, message = ''): Reply {
  const about = { op: randomUUID(), cohort, changes, version, at, message };
  return { card: draftDeletion({ ...about, saved: Object.keys(saved).length }) };
}

async function deleteIt(input: Input<'application.delete'>, turn: Turn): Promise<Reply> {
  const { cohort, changes } = input;
  const result = await deleteDraft(turn.deps, turn.actor, input);
  switch (result.kind) {
    case 'deleted': {
      const words = changes
        ? 'Your changes are deleted. Your application is as you sent it.'
        : 'Your draft is deleted. Your application is not touched.';
      return showApplication(turn, cohort, words, 'deleted');
    }
    case 'changed':
      return askDeletion(result.draft, 'This changed while you were looking. Here is how it stands now.');
    case 'gone':
      return nothingThere(turn, cohort);
    case 'moved':
      return { say: linked };
  }
}
