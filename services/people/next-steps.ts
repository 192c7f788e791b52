import type { HubRole } from '../access.ts';
import { type OwnApplication, type OwnStanding, ownStanding } from '../applications/look.ts';
import type { Window } from '../applications/rules.ts';
import type { Ledger } from '../days/ledger.ts';
import { type ChannelUse, type Hub, hubIdOf } from './hub.ts';
import { type Lack, lacksOf, type MissingText, missingTexts } from './lacks.ts';
import { type CohortYears, type MissingYear, missingYears } from './programme.ts';

/** What somebody is in one hub, and what of it is theirs to look after. */
export type HubStanding = {
  hub: Hub;
  roles: readonly HubRole[];
  /** The channels the hub posts in. */
  linked: readonly ChannelUse[];
  /** Applications with the hub, of whichever cohort. */
  waiting: number;
  /** Questions to the hub that wait for an answer. */
  questions: number;
  /** Whether something did not reach somebody. */
  unreached: boolean;
  /** Their own days there, when they are a specialist and any are recorded. */
  ledger: Ledger | undefined;
};

/** Where somebody stands in the programme: the records that say what they can do next. */
export type Standing = {
  cohort: string;
  years: CohortYears;
  coordinator: boolean;
  openHubs: number;
  application: Pick<OwnApplication, 'state' | 'hub' | 'application'> | undefined;
  /** Their draft of a new application, while they can go on with it. */
  draft: DraftStanding | undefined;
  hubs: HubStanding[];
};

/** How far a draft is: how many of its steps were saved, and the hub that was chosen, with where its window stands. */
export type DraftStanding = { saved: number; hub: { name: string; window: Window } | undefined };

type InHub<K extends string, F = unknown> = { kind: K; hubId: string; hubName: string } & F;

/** Something a person can do next, or a word on how things stand where there is nothing to do. */
export type Step =
  | { kind: 'check' }
  | { kind: 'apply' }
  | { kind: 'ask-hub' }
  | ({ kind: 'draft' } & DraftStanding)
  | InHub<'application', { standing: OwnStanding; contact: string }>
  | InHub<'days', { contact: string; days: { central: number; inSchool: number; at: string } | undefined }>
  | InHub<'applications', { waiting: number }>
  | InHub<'questions', { waiting: number }>
  | InHub<'unreached'>
  | InHub<'link-channels', { uses: ChannelUse[] }>
  | InHub<'hub-texts', { missing: MissingText[] }>
  | InHub<'hub-settings', { missing: Extract<Lack, 'dates' | 'quota'>[] }>
  | InHub<'nothing-waiting'>
  | { kind: 'add-hubs' }
  | { kind: 'set-years'; cohort: string; missing: MissingYear[] }
  | { kind: 'hubs-lack'; hubs: number; of: number; lacks: Record<Lack, number> }
  | { kind: 'hubs-ready'; hubs: number };

/**
 * What somebody can do next, by what they are and have done: a draft of theirs first, then what others wait for.
 * `allLacks` is what each of all hubs lacks, where a coordinator asked for it.
 */
export function nextSteps(standing: Standing, allLacks?: Lack[][]): Step[] {
  const { application, draft, hubs, coordinator, cohort } = standing;
  const begun: Step[] = draft ? [{ kind: 'draft', ...draft }] : [];
  const steps: Step[] = [
    ...leadIn(hubs).flatMap((one) => leadSteps(one, cohort)),
    ...(coordinator ? coordinatorSteps(standing, allLacks) : []),
    ...(application ? [applicationStep(application)] : []),
    ...specialistIn(hubs).map(daysStep),
  ];
  if (steps.length > 0 || coordinator) return [...begun, ...steps];
  return [...begun, { kind: 'check' }, ...(draft ? [] : [{ kind: 'apply' as const }]), { kind: 'ask-hub' }];
}

/** What somebody is, by the names of their hubs, beside what they can do next. */
export type Portrait = { leads: string[]; specialistWith: string[]; coordinator: boolean; steps: Step[] };

export function portraitOf(standing: Standing, allLacks?: Lack[][]): Portrait {
  return {
    leads: leadIn(standing.hubs).map(({ hub }) => hub.name),
    specialistWith: specialistIn(standing.hubs).map(({ hub }) => hub.name),
    coordinator: standing.coordinator,
    steps: nextSteps(standing, allLacks),
  };
}

const placeOf = (hub: Hub) => ({ hubId: hubIdOf(hub), hubName: hub.name });

/** A closed hub leaves its leads nothing to do. */
const leadIn = (hubs: HubStanding[]) => hubs.filter(({ hub, roles }) => roles.includes('lead') && !hub.closed);
const specialistIn = (hubs: HubStanding[]) => hubs.filter(({ roles }) => roles.includes('specialist'));

function leadSteps({ hub, linked, waiting, questions, unreached }: HubStanding, cohort: string): Step[] {
  const here = placeOf(hub);
  const uses = (['leads', 'cohort'] as const).filter((use) => !linked.includes(use));
  const texts = missingTexts(hub);
  const settings = lacksOf(hub, true, cohort).filter((lack) => lack === 'dates' || lack === 'quota');
  const steps: Step[] = [
    ...(waiting > 0 ? [{ kind: 'applications' as const, ...here, waiting }] : []),
    ...(questions > 0 ? [{ kind: 'questions' as const, ...here, waiting: questions }] : []),
    ...(unreached ? [{ kind: 'unreached' as const, ...here }] : []),
    ...(uses.length > 0 ? [{ kind: 'link-channels' as const, ...here, uses }] : []),
    ...(texts.length > 0 ? [{ kind: 'hub-texts' as const, ...here, missing: texts }] : []),
    ...(settings.length > 0 ? [{ kind: 'hub-settings' as const, ...here, missing: settings }] : []),
  ];
  return steps.length > 0 ? steps : [{ kind: 'nothing-waiting', ...here }];
}

function coordinatorSteps({ cohort, years, openHubs }: Standing, allLacks: Lack[][] | undefined): Step[] {
  const missing = missingYears(years);
  return [
    ...(openHubs === 0 ? [{ kind: 'add-hubs' as const }] : []),
    ...(missing.length > 0 ? [{ kind: 'set-years' as const, cohort, missing }] : []),
    ...(allLacks && openHubs > 0 ? [lackStep(allLacks)] : []),
  ];
}

function lackStep(allLacks: Lack[][]): Step {
  const hubs = allLacks.filter((lacks) => lacks.length > 0).length;
  if (hubs === 0) return { kind: 'hubs-ready', hubs: allLacks.length };
  const count = (lack: Lack) => allLacks.filter((lacks) => lacks.includes(lack)).length;
  const lacks = { lead: count('lead'), channel: count('channel'), quota: count('quota'), dates: count('dates') };
  return { kind: 'hubs-lack', hubs, of: allLacks.length, lacks };
}

function applicationStep({ state, hub, application }: NonNullable<Standing['application']>): Step {
  return { kind: 'application', ...placeOf(hub), standing: ownStanding(state, application), contact: hub.contact };
}

function daysStep({ hub, ledger }: HubStanding): Step {
  const { imported } = ledger ?? {};
  const days = imported && { central: imported.central, inSchool: imported.inSchool, at: imported.at };
  return { kind: 'days', ...placeOf(hub), contact: hub.contact, days };
}
