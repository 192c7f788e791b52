import { randomUUID } from 'node:crypto';
import type { Input } from '../../cards/actions.ts';
import { claimCode, claimCodes } from '../../cards/people/claim-code.ts';
import { specialistCard } from '../../cards/people/specialist.ts';
import { specialistsCard } from '../../cards/people/specialists.ts';
import { can, hubsWhere } from '../../services/access.ts';
import { issueClaimCode } from '../../services/people/codes.ts';
import { codesToForward, specialistIn, specialistsOf } from '../../services/people/people.ts';
import type { Reply, Turn } from '../turn.ts';
import { askWhichHub } from './choose-hub.ts';
import type { ActionHandlers } from './index.ts';

const rowsOnACard = 8;
export const onlyLeads: Reply = {
  say: 'Only the leads of a hub see its specialists. For what you are here yourself, type “whoami”.',
};
type People = 'people.show' | 'people.open' | 'people.view' | 'people.code' | 'people.codes';

export const people: Pick<ActionHandlers, People> = {
  'people.show': (_, turn) => openPeople(turn),
  'people.open': (input, turn) => showPeople(turn, input),
  'people.view': (input, turn) => showPerson(turn, input),
  'people.code': forwardCode,
  'people.codes': async (input, turn) => {
    const result = await codesToForward(turn.deps, turn.actor, { ...input, limit: rowsOnACard });
    if (result.kind === 'denied') return onlyLeads;
    const { hub, people, next } = result;
    return { card: claimCodes({ hubId: input.hubId, hubName: hub.name, people, next, op: input.op }) };
  },
};

/** What “people” shows: the specialists of the actor's hub, or which hub where there are several. */
export async function openPeople(turn: Turn): Promise<Reply> {
  const hubIds = hubsWhere(turn.actor, 'manage-people');
  const [only] = hubIds;
  if (!only) return onlyLeads;
  if (hubIds.length === 1) return showPeople(turn, { hubId: only });
  return askWhichHub(turn, hubIds, { what: 'people', allHubs: false });
}

type PageOf = { hubId: string; after?: string | undefined };

/** A page of a hub's specialists for its leads, a sentence for anybody else. */
export async function showPeople(turn: Turn, { hubId, after }: PageOf, message = ''): Promise<Reply> {
  const { deps, actor, programme } = turn;
  const { cohort } = programme;
  const result = await specialistsOf(deps, actor, { hubId, cohort, after, limit: rowsOnACard });
  if (result.kind === 'denied') return onlyLeads;
  const { hub, people, next } = result;
  const shown = { hubId, hubName: hub.name, total: hub.specialists, people, next, message, op: randomUUID() };
  return { card: specialistsCard(shown) };
}

/** One specialist of a hub, for its leads. */
export async function showPerson(turn: Turn, about: { hubId: string; personId: string }): Promise<Reply> {
  const { deps, actor, programme } = turn;
  const result = await specialistIn(deps, actor, { ...about, cohort: programme.cohort });
  switch (result.kind) {
    case 'specialist': {
      const op = can(actor, 'act-for', about) ? randomUUID() : undefined;
      const { hubName, specialist } = result;
      return { card: specialistCard({ hubId: about.hubId, hubName, specialist, op }) };
    }
    case 'nobody':
      return showPeople(turn, about, 'They are not with this hub any more. Here is how it stands now.');
    case 'denied':
      return onlyLeads;
  }
}

async function forwardCode(input: Input<'people.code'>, turn: Turn): Promise<Reply> {
  const { deps, actor, programme } = turn;
  const issued = await issueClaimCode(deps, actor, input);
  if (issued.kind === 'elsewhere-too')
    return {
      say: 'They are also with another hub or lead this one, so a code would open more than you may see. They can type “link another account” in their own chat with me.',
    };
  if (issued.kind === 'denied')
    return { say: 'Only a lead of their hub can make a code for somebody, and never for themselves.' };
  const { hubId, personId } = input;
  const shown = await specialistIn(deps, actor, { hubId, personId, cohort: programme.cohort });
  if (shown.kind !== 'specialist') return onlyLeads;
  const { name } = shown.specialist;
  const { code, goodForDays } = issued;
  return { card: claimCode({ hubId, hubName: shown.hubName, personId, name, code, goodForDays }) };
}
