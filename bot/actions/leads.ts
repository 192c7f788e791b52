import { randomUUID } from 'node:crypto';
import { leadCode } from '../../cards/people/lead-code.ts';
import { leadsCard } from '../../cards/people/leads.ts';
import { hubsWhere } from '../../services/access.ts';
import { issueLeadCode } from '../../services/people/codes.ts';
import { leadsOf, removeLead } from '../../services/people/membership.ts';
import type { Reply, Turn } from '../turn.ts';
import { askWhichHub } from './choose-hub.ts';
import type { ActionHandlers } from './index.ts';
import { showChecklist } from './set-up.ts';

const onlyLeads: Reply = { say: 'Only a lead of this hub or a coordinator can do that.' };

export const leads: Pick<ActionHandlers, 'leads.open' | 'leads.code' | 'leads.remove'> = {
  'leads.open': ({ hubId }, turn) => showLeads(turn, hubId),
  'leads.code': async (input, turn) => {
    const result = await issueLeadCode(turn.deps, turn.actor, input);
    switch (result.kind) {
      case 'issued': {
        const { code, hubName, goodForDays } = result;
        return { card: leadCode({ hubId: input.hubId, hubName, code, goodForDays }) };
      }
      case 'no-such-hub':
      case 'denied':
        return onlyLeads;
    }
  },
  'leads.remove': async (input, turn) => {
    const result = await removeLead(turn.deps, turn.actor, input);
    switch (result.kind) {
      case 'removed':
        if (input.personId === turn.actor.personId && !turn.actor.coordinator) {
          return { say: 'You no longer lead this hub.' };
        }
        return showLeads(turn, input.hubId, `${result.name} no longer leads this hub.`);
      case 'last-lead':
        return showLeads(turn, input.hubId, 'A hub needs a lead: add another first, or ask a coordinator.');
      case 'not-a-lead':
        return showLeads(turn, input.hubId, 'They no longer lead this hub. Here is how it stands now.');
      case 'denied':
        return onlyLeads;
    }
  },
};

/** What “leads” shows: the leads of the actor's hub, or which hub where there are several. */
export async function openLeads(turn: Turn): Promise<Reply> {
  const hubIds = hubsWhere(turn.actor, 'manage-leads');
  const [only] = hubIds;
  if (!only && turn.actor.coordinator) return showChecklist(turn);
  if (!only) return onlyLeads;
  if (hubIds.length === 1) return showLeads(turn, only);
  return askWhichHub(turn, hubIds, { what: 'leads', allHubs: false });
}

async function showLeads(turn: Turn, hubId: string, message = ''): Promise<Reply> {
  const result = await leadsOf(turn.deps, turn.actor, hubId);
  if (result.kind === 'denied') return onlyLeads;
  return { card: leadsCard({ hubId, hubName: result.hub.name, leads: result.leads, message, newOp: randomUUID }) };
}
