import { randomUUID } from 'node:crypto';
import { closedHubs, endHubForm, endHubPreview } from '../../cards/set-up/end-hub.ts';
import { can } from '../../services/access.ts';
import { endHub, hubContents, reopenHub } from '../../services/people/merge-hubs.ts';
import type { Reply, Turn } from '../turn.ts';
import type { ActionHandlers } from './index.ts';
import { onlyCoordinators, showChecklist, withNewProgramme } from './set-up.ts';

const rowsOnACard = 8;

type EndHub = 'hubs.end' | 'hubs.end-check' | 'hubs.end-now' | 'hubs.closed' | 'hubs.reopen';

export const endHubs: Pick<ActionHandlers, EndHub> = {
  'hubs.end': ({ hubId }, turn) => showForm(turn, hubId),
  'hubs.end-check': async ({ hubId, into }, turn) => {
    const found = await contentsOf(turn, hubId);
    if (!found) return onlyCoordinators;
    const target = turn.programme.hubs.find(({ id }) => id === into && id !== hubId);
    if (!target && into !== 'close') return showForm(turn, hubId, 'Choose a hub to merge it into, or closing.');
    return { card: endHubPreview({ op: randomUUID(), hubId, contents: found, into: target }) };
  },
  'hubs.end-now': async ({ op, hubId, into }, turn) => {
    const result = await endHub(turn.deps, turn.actor, { op, hubId, into });
    switch (result.kind) {
      case 'ended':
        return showChecklist(
          await withNewProgramme(turn),
          0,
          into ? 'Its people are on their way.' : 'The hub is closed.',
        );
      case 'not-empty':
        return showForm(turn, hubId, 'It still has people. Merge it, so that nobody is left without a hub.');
      case 'not-open':
        return showChecklist(turn, 0, 'One of the hubs is not open any more. This is how it stands now.');
      case 'denied':
        return onlyCoordinators;
    }
  },
  'hubs.closed': ({ from }, turn) => showClosed(turn, from),
  'hubs.reopen': async (input, turn) => {
    const result = await reopenHub(turn.deps, turn.actor, input);
    switch (result.kind) {
      case 'open':
        return showChecklist(await withNewProgramme(turn), 0, `${result.name} is open again.`);
      case 'not-closed':
        return showClosed(await withNewProgramme(turn), 0, 'This is how it stands now.');
      case 'denied':
        return onlyCoordinators;
    }
  },
};

async function contentsOf({ deps, actor }: Turn, hubId: string) {
  const found = await hubContents(deps, actor, { hubId });
  return found.kind === 'contents' ? found.contents : undefined;
}

async function showForm(turn: Turn, hubId: string, problem = ''): Promise<Reply> {
  const contents = await contentsOf(turn, hubId);
  if (!contents) return onlyCoordinators;
  const hubs = turn.programme.hubs.filter(({ id }) => id !== hubId);
  return { card: endHubForm({ hubId, contents, hubs, problem }) };
}

function showClosed({ actor, programme }: Turn, from = 0, message = ''): Reply {
  if (!can(actor, 'run-programme', {})) return onlyCoordinators;
  const all = programme.closedHubs;
  const nameOf = (id: string | undefined) =>
    id && ([...programme.hubs, ...all].find((hub) => hub.id === id)?.name ?? 'another hub');
  const hubs = all.slice(from, from + rowsOnACard).map((hub) => ({ ...hub, mergedInto: nameOf(hub.mergedInto) }));
  const next = all.length > from + rowsOnACard ? from + rowsOnACard : undefined;
  return { card: closedHubs({ hubs, next, message, newOp: randomUUID }) };
}
