import { type Actor, isActor } from '../access.ts';
import type { Deps } from '../deps.ts';
import { type Hub, hubAt } from '../people/hub.ts';
import { read } from '../store/record.ts';
import type { Application, opinionViews } from './application.ts';
import { type ApplicationPress, changeApplication } from './change-application.ts';
import { isConflicted } from './move.ts';
import { fewLines } from './own-words.ts';
import { isUndecided } from './states.ts';

/** How many opinions a hub that wants them wants, how many there may be, and their length in characters. */
export const opinionLimits = { wanted: 2, most: 6, characters: 300 };

type View = (typeof opinionViews)[number];
export type OpinionGiven = {
  kind:
    | 'given'
    | 'done-before'
    | 'no-view'
    | 'too-long'
    /** Theirs stands: it is independent only because it does not change. */
    | 'given-before'
    | 'enough'
    /** The hub does not ask for opinions, or has decided. */
    | 'not-asked'
    | 'conflicted'
    | 'stale'
    | 'denied';
};

/** A lead says whether they would offer a place, once, before they see what others think. Nobody adds them up. */
export async function giveOpinion(
  deps: Deps,
  actor: Actor,
  press: ApplicationPress & { view: View | undefined; words: string },
): Promise<OpinionGiven> {
  const { view, words, ...about } = press;
  if (!view) return { kind: 'no-view' };
  if (words.length > opinionLimits.characters) return { kind: 'too-long' };
  const hub = await read(deps.store, hubAt(about.hubId));
  const by = actor.personId;
  const opinion = { by, at: deps.clock.now().toISOString(), view, words: fewLines(words, 1) };
  const input = { view, words };
  return changeApplication(deps, actor, { ...about, event: 'application-opinion', input }, (application) => {
    const { opinions } = application;
    if (opinions.some((one) => isActor(actor, one.by))) return { kind: 'given-before' };
    if (!hub || !asksOpinions(hub, application)) return { kind: 'not-asked' };
    if (opinionsOn(application).length >= opinionLimits.most) return { kind: 'enough' };
    return { kind: 'given', becomes: { ...application, opinions: [...opinions, opinion] } };
  });
}

/** Whether a hub wants its leads' opinions on an application as it is. */
export const asksOpinions = ({ cohorts }: Hub, { cohort, state }: Application): boolean =>
  cohorts[cohort]?.opinions === true && (isUndecided(state) || state === 'reserve');

/** The opinions that count: not those of leads who have said since that they know the applicant. */
export const opinionsOn = ({ opinions, conflicts }: Application): Application['opinions'] =>
  opinions.filter(({ by }) => !conflicts.includes(by));

/** The opinions a lead may see: all that count once they have given theirs or nobody may any more, before that none. */
export function opinionsFor(actor: Actor, hub: Hub, application: Application): Application['opinions'] {
  if (isConflicted(actor, application)) return [];
  const opinions = opinionsOn(application);
  return opinions.some(({ by }) => isActor(actor, by)) || !asksOpinions(hub, application) ? opinions : [];
}
