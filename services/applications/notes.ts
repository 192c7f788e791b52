import type { Actor } from '../access.ts';
import type { Deps } from '../deps.ts';
import { type ApplicationPress, changeApplication } from './change-application.ts';
import { fewLines, wordsFault } from './own-words.ts';

/** Limits on what leads note beside an application: characters a note, and notes. */
export const noteLimits = { characters: 500, notes: 20 };

export type Noted = {
  kind: 'noted' | 'done-before' | 'empty' | 'too-long' | 'enough' | 'conflicted' | 'stale' | 'denied';
};

/** Adds a lead's note to an application. The applicant can ask to see it; `enough` when there are as many as may be. */
export async function addNote(deps: Deps, actor: Actor, press: ApplicationPress & { text: string }): Promise<Noted> {
  const { text, ...about } = press;
  const fault = wordsFault(text, noteLimits.characters);
  if (fault) return { kind: fault };
  const note = { by: actor.personId, at: deps.clock.now().toISOString(), text: fewLines(text, 1) };
  return changeApplication(deps, actor, { ...about, event: 'application-note', input: text }, (application) =>
    application.notes.length >= noteLimits.notes
      ? { kind: 'enough' }
      : { kind: 'noted', becomes: { ...application, notes: [...application.notes, note] } },
  );
}
