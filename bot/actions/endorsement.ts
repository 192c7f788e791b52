import { randomUUID } from 'node:crypto';
import type { Input } from '../../cards/actions.ts';
import { endorsementCard } from '../../cards/applications/endorsement-card.ts';
import { endorsementForm } from '../../cards/applications/endorsement-form.ts';
import { linkCard } from '../../cards/applications/link-card.ts';
import { noApplication } from '../../cards/applications/no-application.ts';
import { can } from '../../services/access.ts';
import {
  checkEndorsement,
  type LinkSeen,
  linkFor,
  ownLink,
  recordEndorsement,
  renewLinkFor,
  renewOwnLink,
} from '../../services/applications/endorsement-link.ts';
import { applicationFor } from '../../services/applications/look.ts';
import type { Moved } from '../../services/applications/move.ts';
import { schoolByUrn } from '../../services/schools/find-schools.ts';
import type { Reply, Turn } from '../turn.ts';
import { stillAt } from './decisions.ts';
import type { ActionHandlers } from './index.ts';
import { ownCohort } from './own-cohort.ts';

type Where = { hubId: string; applicationId: string };

const onlyLeads: Reply = { say: 'Only the leads of this hub can see its applications and their endorsements.' };
const onItsWay: Reply = { say: 'Your application is on its way to the hub. Press again in a minute.' };
const leaveItToOthers: Reply = {
  say: 'This application is yours, or you have said that you know the applicant. Another lead of the hub can do this.',
};
const changedMeanwhile = 'This changed while you were looking. Here is how it stands now.';

export const endorsement: Pick<
  ActionHandlers,
  | 'application.link'
  | 'application.new-link'
  | 'endorsement.open'
  | 'endorsement.check'
  | 'endorsement.record'
  | 'endorsement.save'
  | 'endorsement.link'
  | 'endorsement.new-link'
> = {
  'application.link': async ({ cohort }, turn) => showOwnLink(turn, await ownCohort(turn, cohort)),
  'application.new-link': async ({ op, cohort }, turn) => {
    const result = await renewOwnLink(turn.deps, turn.actor, { op, cohort });
    return showOwnLink(turn, cohort, messageAfter(result));
  },
  'endorsement.open': (where, turn) => showEndorsement(turn, where),
  'endorsement.check': async ({ seen, ...where }, turn) =>
    afterMove(turn, where, await checkEndorsement(turn.deps, turn.actor, { ...where, still: stillAt({ seen }) })),
  'endorsement.record': (where, turn) => form(turn, where, { typed: { name: '', role: '', words: '' } }),
  'endorsement.save': save,
  'endorsement.link': (where, turn) => showLink(turn, where),
  'endorsement.new-link': async (input, turn) => {
    const result = await renewLinkFor(turn.deps, turn.actor, input);
    return result.kind === 'denied' ? onlyLeads : showLink(turn, input, messageAfter(result));
  },
};

const messageAfter = ({ kind }: { kind: string }): string =>
  kind === 'moved' ? 'This is a new link. Any earlier one works no more.' : '';

async function showOwnLink(turn: Turn, cohort: string, message = ''): Promise<Reply> {
  const seen = await ownLink(turn.deps, turn.actor, cohort);
  if (seen.kind === 'none') return { card: noApplication({ cohort, instead: 'nothing' }) };
  if (seen.kind === 'on-its-way') return onItsWay;
  return linkReply(turn, seen, { lead: false, message });
}

async function showLink(turn: Turn, where: Where, message = ''): Promise<Reply> {
  const seen = await linkFor(turn.deps, turn.actor, where);
  if (seen.kind === 'denied') return onlyLeads;
  if (seen.kind === 'conflicted') return leaveItToOthers;
  return linkReply(turn, seen, { lead: true, message });
}

function linkReply({ publicUrl }: Turn, seen: LinkSeen, how: { lead: boolean; message: string }): Reply {
  const { hub, hubId, applicationId, application, standing, token } = seen;
  const shown = { hub, hubId, applicationId, application, standing, url: `${publicUrl}/endorse/${token}` };
  return { card: linkCard({ op: randomUUID(), ...shown, ...how }) };
}

async function save(input: Input<'endorsement.save'>, turn: Turn): Promise<Reply> {
  const { name, role, words, seen, ...where } = input;
  const typed = { name, role, words };
  const result = await recordEndorsement(turn.deps, turn.actor, { ...where, still: stillAt({ seen }), typed });
  if (result.kind === 'problems') return form(turn, where, { typed, seen, problems: result.problems, op: input.op });
  if (result.kind === 'not-now') return form(turn, where, { typed, message: changedMeanwhile });
  return afterMove(turn, where, result);
}

/** What a lead sees after pressing: how the endorsement stands now. */
async function afterMove(turn: Turn, where: Where, result: Moved): Promise<Reply> {
  switch (result.kind) {
    case 'moved':
      return showEndorsement(turn, where);
    case 'not-now':
      return showEndorsement(turn, where, changedMeanwhile);
    case 'conflicted':
      return leaveItToOthers;
    case 'denied':
    case 'full':
    case 'no-quota':
    case 'too-early':
    case 'opened':
      return onlyLeads;
  }
}

async function showEndorsement(turn: Turn, where: Where, message = ''): Promise<Reply> {
  const found = await forLead(turn, where);
  if (!found) return onlyLeads;
  const { hub, application } = found;
  const { urn } = application.answers;
  const school = urn ? await schoolByUrn(turn.deps, urn) : undefined;
  const { name: hubName, commitments } = hub;
  const { hubId, applicationId } = where;
  const shown = { hubName, hubId, commitments, applicationId, application, school };
  return { card: endorsementCard({ op: randomUUID(), ...shown, message }) };
}

type FormShown = Parameters<typeof endorsementForm>[0];
type Filled = Pick<FormShown, 'typed'> & Partial<Pick<FormShown, 'op' | 'seen' | 'problems' | 'message'>>;

async function form(
  turn: Turn,
  { hubId, applicationId }: Where,
  { op = randomUUID(), problems = {}, message = '', ...filled }: Filled,
): Promise<Reply> {
  const found = await forLead(turn, { hubId, applicationId });
  if (!found) return onlyLeads;
  const { hub, application } = found;
  if (application.state !== 'waiting-for-endorsement')
    return showEndorsement(turn, { hubId, applicationId }, changedMeanwhile);
  const { name: applicant, school } = application.answers;
  const shown = { op, hubName: hub.name, hubId, applicationId, applicant, school, problems, message };
  return { card: endorsementForm({ seen: application.steps.length, ...shown, ...filled }) };
}

/** An application as its hub's leads may see it: not as the applicant, who may see it too. */
async function forLead({ deps, actor }: Turn, { hubId, applicationId }: Where) {
  if (!can(actor, 'decide-applications', { hubId })) return undefined;
  const found = await applicationFor(deps, actor, { hubId, applicationId });
  return found.kind === 'found' ? found : undefined;
}
