import { randomUUID } from 'node:crypto';
import type { Input } from '../../cards/actions.ts';
import { noQuotaWords } from '../../cards/applications/decision-words.ts';
import { stagedList } from '../../cards/applications/staged-list.ts';
import { stagedRelease } from '../../cards/applications/staged-release.ts';
import { cancelRelease, type Ready, readyToRelease, releaseStaged } from '../../services/applications/release.ts';
import { mayTellNow, nextMorning } from '../../services/applications/release-hours.ts';
import { stagedOf } from '../../services/applications/staged.ts';
import { hubNames } from '../../services/people/hub.ts';
import type { Reply, Turn } from '../turn.ts';
import { onlyLeads } from './applications.ts';
import type { ActionHandlers } from './index.ts';

type Staged = 'staged.list' | 'staged.ask' | 'staged.release' | 'staged.cancel';

export const staged: Pick<ActionHandlers, Staged> = {
  'staged.list': (input, turn) => showStaged(turn, input),
  'staged.ask': (input, turn) => askRelease(input, turn),
  'staged.release': async (input, turn) => {
    const result = await releaseStaged(turn.deps, turn.actor, input);
    switch (result.kind) {
      case 'released':
      case 'waits':
      case 'nothing':
        return showStaged(turn, input);
      case 'changed':
        return askRelease(input, turn, changedWords);
      case 'denied':
        return onlyLeads;
      case 'too-many':
      case 'no-quota':
        return showStaged(turn, input, whyNot(result));
    }
  },
  'staged.cancel': async (input, turn) => {
    const { kind } = await cancelRelease(turn.deps, turn.actor, input);
    if (kind === 'denied') return onlyLeads;
    const message = kind === 'cancelled' ? 'Called off. Nobody is told.' : 'There was nothing to call off.';
    return showStaged(turn, input, message);
  },
};

const changedWords = 'What is kept has changed while you were looking. This is what would be told now.';

const rowsOnACard = 8;

/** The decisions that are kept for later, with how the last release went. */
export async function showStaged(
  turn: Turn,
  list: { hubId: string; cohort?: string | undefined; after?: string | undefined },
  message = '',
): Promise<Reply> {
  const { deps, actor, programme } = turn;
  const { hubId, cohort = programme.cohort, after } = list;
  const result = await stagedOf(deps, actor, { hubId, cohort, after, limit: rowsOnACard });
  if (result.kind === 'denied') return onlyLeads;
  const { hub, lines, next, release } = result;
  const shown = { op: randomUUID(), hubId, hubName: hub.name, cohort, lines, next, release, message };
  return { card: stagedList({ ...shown, isFirst: after === undefined }) };
}

async function askRelease(input: Input<'staged.ask'>, turn: Turn, message = ''): Promise<Reply> {
  const { deps, actor, programme } = turn;
  const { hubId, cohort = programme.cohort } = input;
  const ready = await readyToRelease(deps, actor, { hubId, cohort });
  switch (ready.kind) {
    case 'denied':
      return onlyLeads;
    case 'nothing':
    case 'too-many':
    case 'no-quota':
      return showStaged(turn, { hubId, cohort }, whyNot(ready));
    case 'ready': {
      const [hubName = ''] = await hubNames(deps, [hubId]);
      const now = deps.clock.now();
      const waitsUntil = mayTellNow(now) ? undefined : nextMorning(now);
      const { offer: offers, 'put-on-reserve': reserves, decline: declines, seen } = ready;
      const about = { op: randomUUID(), hubId, hubName, cohort, seen, message };
      return { card: stagedRelease({ ...about, offers, reserves, declines, waitsUntil }) };
    }
  }
}

function whyNot(result: Exclude<Ready, { kind: 'ready' | 'denied' }>): string {
  switch (result.kind) {
    case 'nothing':
      return '';
    case 'no-quota':
      return noQuotaWords;
    case 'too-many': {
      const { offers, free } = result;
      const kept = offers === 1 ? '1 offer is kept' : `${offers} offers are kept`;
      return `${kept} and ${free === 1 ? '1 place is' : `${free} places are`} free. Take back ${offers - free} first: who gets a place is yours to say, not mine.`;
    }
  }
}
