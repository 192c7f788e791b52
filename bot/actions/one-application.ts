import { randomUUID } from 'node:crypto';
import type { Input } from '../../cards/actions.ts';
import { applicationView, type View, type ViewPart } from '../../cards/applications/application-view.ts';
import { noteForm } from '../../cards/applications/note-form.ts';
import { opinionForm } from '../../cards/applications/opinion-form.ts';
import { can, isActor } from '../../services/access.ts';
import { opinionViews } from '../../services/applications/application.ts';
import type { ApplicationPress } from '../../services/applications/change-application.ts';
import { type ConflictMarked, markConflict } from '../../services/applications/conflicts.ts';
import { othersFrom } from '../../services/applications/look.ts';
import { addNote, type Noted, noteLimits } from '../../services/applications/notes.ts';
import { type OpenedApplication, openForLead } from '../../services/applications/open.ts';
import {
  asksOpinions,
  giveOpinion,
  type OpinionGiven,
  opinionLimits,
  opinionsFor,
} from '../../services/applications/opinions.ts';
import { fewLines } from '../../services/applications/own-words.ts';
import { isUndecided } from '../../services/applications/states.ts';
import { currentPerson } from '../../services/people/person.ts';
import { leadName } from '../../services/people/who-in-hub.ts';
import { schoolByUrn } from '../../services/schools/find-schools.ts';
import type { Reply, Turn } from '../turn.ts';
import { onlyLeads } from './applications.ts';
import type { ActionHandlers } from './index.ts';

type One = 'applications.view' | 'notes.write' | 'notes.add' | 'opinions.write' | 'opinions.give' | 'conflicts.mark';

export const oneApplication: Pick<ActionHandlers, One> = {
  'applications.view': viewApplication,
  'notes.write': (about, turn) => writeNote(turn, about),
  'notes.add': async ({ note, ...press }, turn) => {
    const { kind } = await addNote(turn.deps, turn.actor, { ...press, text: note });
    if (kind === 'denied') return onlyLeads;
    if (kind === 'empty' || kind === 'too-long')
      return writeNote(turn, press, { op: press.op, text: note, problem: noteWords[kind] });
    return viewApplication({ ...press, part: 'notes' }, turn, noteWords[kind] && withUnused(noteWords[kind], note));
  },
  'opinions.write': (about, turn) => writeOpinion(turn, about),
  'opinions.give': async ({ view: chosen, words, ...press }, turn) => {
    const view = opinionViews.find((one) => one === chosen);
    const { kind } = await giveOpinion(turn.deps, turn.actor, { ...press, view, words });
    if (kind === 'denied') return onlyLeads;
    if (kind === 'no-view' || kind === 'too-long')
      return writeOpinion(turn, press, { op: press.op, view: chosen, text: words, problem: opinionWords[kind] });
    return viewApplication(
      { ...press, part: 'notes' },
      turn,
      opinionWords[kind] && withUnused(opinionWords[kind], words),
    );
  },
  'conflicts.mark': async (input: Input<'conflicts.mark'>, turn) => {
    const { kind } = await markConflict(turn.deps, turn.actor, input);
    return kind === 'denied' ? onlyLeads : viewApplication({ ...input, part: 'notes' }, turn, conflictWords[kind]);
  },
};

/** What a lead reads whose card was out of date. */
export const staleWords = 'This changed while you were looking. Here is how it stands now.';
/** The same, with words that were typed and could not be used, for them to copy. */
export const withUnused = (message: string, words: string): string =>
  [message, ...(words ? ['Your words were not used. Here they are, to copy:', fewLines(words, 12)] : [])]
    .filter(Boolean)
    .join('\n');
const leaveIt = 'This application is for other leads, so nothing was changed.';

const noteWords: Record<Exclude<Noted['kind'], 'denied'>, string> = {
  noted: '',
  'done-before': '',
  empty: 'Write the note first.',
  'too-long': `Keep the note within ${noteLimits.characters} characters.`,
  enough: `There are ${noteLimits.notes} notes here already, which is as many as there can be.`,
  conflicted: leaveIt,
  stale: staleWords,
};
const opinionWords: Record<Exclude<OpinionGiven['kind'], 'denied'>, string> = {
  given: '',
  'done-before': '',
  'no-view': 'Choose one of the answers.',
  'too-long': `Keep your words within ${opinionLimits.characters} characters.`,
  'given-before': 'You have given your opinion, and it stays. Write a note if you think otherwise now.',
  enough: 'There are enough opinions here already.',
  'not-asked': 'No opinion is asked for here now.',
  conflicted: leaveIt,
  stale: staleWords,
};
const conflictWords: Record<Exclude<ConflictMarked['kind'], 'denied'>, string> = {
  marked: '',
  'taken-back': 'You can decide on this application again.',
  unchanged: '',
  'done-before': '',
  conflicted: leaveIt,
  stale: staleWords,
};

type About = { hubId: string; applicationId: string };
type Part = About & { part?: ViewPart | undefined; from?: number | undefined };

/** One of the cards of an application, for a lead. */
export async function viewApplication(about: Part, turn: Turn, message = ''): Promise<Reply> {
  const { part = 'answers', from = 0 } = about;
  const opened = await openForLead(turn.deps, turn.actor, about);
  if (opened.kind === 'denied') return onlyLeads;
  const [beside, names] = await Promise.all([besideIt(turn, opened, part), namesIn(turn, about.hubId, opened, part)]);
  return { card: applicationView[part]({ ...viewOf(turn, about, opened), ...beside, names, from, message }) };
}

type Beside = Pick<View, 'school' | 'others' | 'codeOp' | 'movable'>;

function viewOf({ actor }: Turn, { hubId, applicationId }: About, opened: OpenedApplication) {
  const { hub, application, conflict } = opened;
  const opinions = opinionsFor(actor, hub, application);
  const gaveOne = application.opinions.some(({ by }) => isActor(actor, by));
  const mayOpine = !conflict && !gaveOne && asksOpinions(hub, application);
  const { name: hubName, criteria, commitments } = hub;
  const about = { op: randomUUID(), hubId, hubName, applicationId, application };
  return { ...about, conflict, opinions, mayOpine, criteria, commitments };
}

/** What stands beside the answers and the check, looked up only for the card that shows it. */
async function besideIt(
  { deps, actor }: Turn,
  { application, hub, conflict }: OpenedApplication,
  part: ViewPart,
): Promise<Beside> {
  const nothing: Beside = { school: undefined, others: 0, codeOp: undefined, movable: undefined };
  const hubId = hub.partition.slice('hub:'.length);
  const { person: personId = '', cohort, state, answers } = application;
  if (part === 'check') {
    const applicationId = application.id.slice('application:'.length);
    const [school, others] = await Promise.all([
      answers.urn ? schoolByUrn(deps, answers.urn) : undefined,
      othersFrom(deps, hubId, cohort, { applicationId, urn: answers.urn }),
    ]);
    return { ...nothing, school, others };
  }
  if (part !== 'answers') return nothing;
  const { person } = await currentPerson(deps, personId);
  const neverMet = person?.accounts.length === 0 && can(actor, 'act-for', { hubId, personId });
  const mayMove = !conflict && isUndecided(state) && can(actor, 'move-person', { hubId, personId });
  return { ...nothing, codeOp: neverMet ? randomUUID() : undefined, movable: mayMove ? personId : undefined };
}

/** What those are called who did something that the card shows. */
async function namesIn({ deps }: Turn, hubId: string, { application }: OpenedApplication, part: ViewPart) {
  const { submittedBy, notes, opinions, steps, person } = application;
  const ids: Record<ViewPart, string[]> = {
    answers: submittedBy ? [submittedBy] : [],
    check: [],
    notes: [...notes, ...opinions].map(({ by }) => by),
    history: steps.slice(-10).map(({ by }) => by),
  };
  const leads = new Set(ids[part].filter((id) => id !== person && id !== 'headteacher' && id !== 'bot'));
  const named = [...leads].map(async (id) => [id, await leadName(deps, hubId, id)] as const);
  return Object.fromEntries(await Promise.all(named));
}

type Again = { op: string; text: string; problem: string };

/** The form for a note, with what was typed where it could not be added. */
async function writeNote(turn: Turn, about: About | ApplicationPress, again?: Again): Promise<Reply> {
  const opened = await openForLead(turn.deps, turn.actor, about);
  if (opened.kind === 'denied') return onlyLeads;
  if (opened.conflict)
    return viewApplication({ ...about, part: 'notes' }, turn, withUnused(leaveIt, again?.text ?? ''));
  return { card: noteForm({ ...shownOn(about, opened), ...(again ?? nothingTyped()) }) };
}

/** The form for an opinion. */
async function writeOpinion(
  turn: Turn,
  about: About | ApplicationPress,
  again?: Again & { view: string },
): Promise<Reply> {
  const opened = await openForLead(turn.deps, turn.actor, about);
  if (opened.kind === 'denied') return onlyLeads;
  const view = viewOf(turn, about, opened);
  const { text, ...rest } = again ?? { ...nothingTyped(), view: '' };
  if (!view.mayOpine)
    return viewApplication({ ...about, part: 'notes' }, turn, withUnused(opinionWords['not-asked'], text));
  return { card: opinionForm({ ...shownOn(about, opened), ...rest, words: text }) };
}

const nothingTyped = (): Again => ({ op: randomUUID(), text: '', problem: '' });

const shownOn = ({ hubId, applicationId }: About, { hub, application }: OpenedApplication) => ({
  hubId,
  hubName: hub.name,
  applicationId,
  name: application.answers.name,
});
