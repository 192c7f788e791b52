import { randomUUID } from 'node:crypto';
import { schoolForm, schoolOfForm, schoolSaved } from '../../cards/people/school.ts';
import { actingFor } from '../../services/people/acting-for.ts';
import { memberAt } from '../../services/people/hub.ts';
import { personAt } from '../../services/people/person.ts';
import { applicationElsewhere, changeSchool } from '../../services/people/school.ts';
import { read } from '../../services/store/record.ts';
import type { Reply, Turn } from '../turn.ts';
import type { ActionHandlers } from './index.ts';
import { showPerson } from './people.ts';

type School = 'school.open' | 'school.save' | 'people.school' | 'people.school-save';

const notAName = 'Enter the school and its town, in at most 200 characters.';
const onlyLeads: Reply = { say: 'Only a lead of their hub can change that for somebody else.' };

export const school: Pick<ActionHandlers, School> = {
  'school.open': (_, turn) => openSchool(turn),
  'school.save': async (input, turn) => {
    const result = await changeSchool(turn.deps, turn.actor, input);
    if (result.kind === 'changed') return showSaved(turn, result.school);
    return { card: schoolForm({ ...input, problem: notAName }) };
  },
  'people.school': (input, turn) => schoolOf(turn, { ...input, op: randomUUID() }),
  'people.school-save': async ({ op, school: typed, ...about }, turn) => {
    const acting = await actingFor(turn.deps, turn.actor, about);
    if (acting.kind !== 'acting') return onlyLeads;
    const result = await changeSchool(turn.deps, acting.actor, { op, school: typed });
    if (result.kind === 'changed') return showPerson(turn, about);
    return schoolOf(turn, { op, ...about }, { school: typed, problem: notAName });
  },
};

/** Where somebody says that they work at another school now. */
export async function openSchool({ deps, actor }: Turn): Promise<Reply> {
  const person = await read(deps.store, personAt(actor.personId));
  const members = await Promise.all(
    [...actor.hubs.keys()].map((hubId) => read(deps.store, memberAt(hubId, actor.personId))),
  );
  const known = person?.school ?? members.find((member) => member?.school)?.school ?? '';
  return { card: schoolForm({ op: randomUUID(), school: known, problem: '' }) };
}

async function showSaved({ deps, actor, programme }: Turn, school: string): Promise<Reply> {
  return { card: schoolSaved({ school, sent: await applicationElsewhere(deps, actor, programme.cohort, school) }) };
}

async function schoolOf(
  turn: Turn,
  { op, ...about }: { op: string; hubId: string; personId: string },
  again?: { school: string; problem: string },
): Promise<Reply> {
  const acting = await actingFor(turn.deps, turn.actor, about);
  if (acting.kind !== 'acting') return onlyLeads;
  const member = await read(turn.deps.store, memberAt(about.hubId, about.personId));
  const shown = again ?? { school: member?.school ?? '', problem: '' };
  return { card: schoolOfForm({ op, ...about, name: member?.name ?? acting.actor.name, ...shown }) };
}
