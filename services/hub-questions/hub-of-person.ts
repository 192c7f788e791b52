import type { Actor } from '../access.ts';
import { currentApplication } from '../applications/look.ts';
import { change } from '../change.ts';
import type { Deps } from '../deps.ts';
import { personAt, unseenPerson } from '../people/person.ts';
import { heirOf, type Programme } from '../people/programme.ts';
import { read } from '../store/record.ts';

/** A hub that is open. */
export type OpenHub = { id: string; name: string };

/**
 * The hub somebody belongs to: that of their membership, else of their application, else the one they said is theirs. One
 * that was merged is the hub it was merged into. Undefined where nothing says so, or that hub is closed.
 */
export async function hubOfPerson(
  deps: Pick<Deps, 'store'>,
  actor: Pick<Actor, 'personId' | 'hubs'>,
  settings: Programme,
): Promise<OpenHub | undefined> {
  const member = firstOpen(settings, [...actor.hubs.keys()]);
  if (member) return member;
  const [application, person] = await Promise.all([
    currentApplication(deps, actor, settings.cohort),
    read(deps.store, personAt(actor.personId)),
  ]);
  return firstOpen(settings, [application?.hubId, person?.ownHub]);
}

function firstOpen(settings: Programme, hubIds: (string | undefined)[]): OpenHub | undefined {
  const found = hubIds.map((hubId) => hubId && openHub(settings, hubId));
  return found.find((hub) => typeof hub === 'object');
}

/** The open hub of this id, or the one it was merged into. */
export function openHub(settings: Programme, hubId: string): OpenHub | undefined {
  const heir = heirOf(settings, hubId);
  return settings.hubs.find(({ id }) => id === heir);
}

/** Remembers which hub somebody said is theirs. */
export async function rememberOwnHub(deps: Deps, personId: string, hubId: string): Promise<void> {
  const ref = personAt(personId);
  await change(deps, { partition: ref.partition, read: { person: ref } }, ({ person }) => {
    if (person?.ownHub === hubId || person?.movedTo) return { kind: 'known' };
    return { kind: 'remembered', write: [{ ...(person ?? unseenPerson(personId)), ownHub: hubId }] };
  });
}

/** Open hubs whose names have all these words, or begin with them: the whole list where nothing is typed. */
export function hubsLike({ hubs }: Pick<Programme, 'hubs'>, typed: string): OpenHub[] {
  const words = plain(typed).split(' ').filter(Boolean);
  return hubs.filter(({ name }) => {
    const inName = plain(name).split(' ');
    return words.every((word) => inName.some((one) => one.startsWith(word)));
  });
}

const unsaid = /\b(?:the|maths?|hub|and)\b/g;
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(unsaid, ' ')
    .trim()
    .replace(/ +/g, ' ');
