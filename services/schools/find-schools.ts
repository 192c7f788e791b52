import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { read } from '../store/record.ts';
import { type Store, StoreUnavailable } from '../store/store.ts';
import { rowsWithCode } from './codes.ts';
import { digestOf, unpacked } from './pack.ts';
import { pieceAt, type Register, registerAt } from './register.ts';
import { type School, schoolFrom } from './school.ts';
import { indexOf, rowAt, type SchoolIndex } from './school-index.ts';
import { search } from './search.ts';
import { wordsIn } from './words.ts';

/** The schools of the register, as this process has them. */
export type Schools = {
  /** The register as it is, or undefined when none was imported. Throws `StoreUnavailable`. */
  current(): Promise<SchoolIndex | undefined>;
};

/** How old the knowledge of which import counts may be. */
const freshMs = 60_000;
/** How long somebody waits for a register that is being loaded. What was loaded before serves meanwhile. */
const patienceMs = 1_500;

/**
 * Loads the register when it is first asked for, and again within a minute when another import counts. `store` must not
 * be one with a turn's deadline: a turn does not wait for a load, the load goes on for the next.
 */
export function openSchools(store: Store, clock: Clock): Schools {
  let loaded: { version: string; index: SchoolIndex } | undefined;
  let asOf = Number.NEGATIVE_INFINITY;
  let loading: Promise<void> | undefined;

  async function refresh(): Promise<void> {
    const now = clock.now().getTime();
    const register = await read(store, registerAt);
    if (!register) loaded = undefined;
    else if (register.version !== loaded?.version) loaded = await loadedFrom(store, register);
    asOf = now;
  }

  return {
    async current() {
      if (clock.now().getTime() - asOf < freshMs) return loaded?.index;
      loading ??= refresh().finally(() => {
        loading = undefined;
      });
      const late = wait(patienceMs, 'late' as const, { ref: false });
      const outcome = await Promise.race([loading, late]).catch((error: unknown) => {
        if (!loaded) throw error;
      });
      if (outcome === 'late' && !loaded) throw new StoreUnavailable('the register of schools is still being loaded');
      return loaded?.index;
    },
  };
}

/** A register whose pieces were taken away while it was read gives way to the one that counts now. */
async function loadedFrom(store: Store, register: Register): Promise<{ version: string; index: SchoolIndex }> {
  const { version, pieces, digest } = register;
  const found = await Promise.all(Array.from({ length: pieces }, (_, piece) => read(store, pieceAt(version, piece))));
  const data = found.flatMap((piece) => piece?.data ?? []);
  if (data.length < pieces) {
    const now = await read(store, registerAt);
    if (!now || now.version === version) throw new Error('a piece of the register of schools is missing');
    return loadedFrom(store, now);
  }
  const text = await unpacked(data);
  if (digestOf(text) !== digest) throw new Error('the register of schools is not what was imported');
  return { version, index: await indexOf(text) };
}

/** Most schools that are offered for one search. */
const offered = 7;

/**
 * The schools most like what was typed, best first: a name, a town, a postcode or a number (URN), slips allowed. None
 * where no register was imported. Throws `StoreUnavailable` while it cannot be had.
 */
export async function findSchools(deps: Pick<Deps, 'schools'>, query: string, limit = offered): Promise<School[]> {
  const index = await deps.schools.current();
  return index ? search(index, query, limit).map((school) => schoolFrom(rowAt(index, school))) : [];
}

/** The school with this number, if the register has it and it is open. Throws `StoreUnavailable`. */
export async function schoolByUrn(deps: Pick<Deps, 'schools'>, urn: string): Promise<School | undefined> {
  const index = await deps.schools.current();
  if (!index || !/^\d{5,7}$/.test(urn)) return undefined;
  const rows = rowsWithCode(index.urns, urn).map((school) => schoolFrom(rowAt(index, school)));
  return rows.find((school) => school.urn === urn);
}

/**
 * The school that a line names: by its number, or by all of its name, with its town or without. Undefined where it names
 * none, or several. Throws `StoreUnavailable`.
 */
export async function schoolNamed(deps: Pick<Deps, 'schools'>, line: string): Promise<School | undefined> {
  const numbered = await schoolByUrn(deps, line.trim());
  if (numbered) return numbered;
  const words = (text: string) => wordsIn(text).join(' ');
  const found = await findSchools(deps, line);
  const named = found.filter(({ name, town }) => [name, `${name} ${town}`].map(words).includes(words(line)));
  return named.length === 1 ? named[0] : undefined;
}

/** Whether a register was imported: where none was, schools are typed. Throws `StoreUnavailable`. */
export async function hasRegister(deps: Pick<Deps, 'schools'>): Promise<boolean> {
  return (await deps.schools.current()) !== undefined;
}
