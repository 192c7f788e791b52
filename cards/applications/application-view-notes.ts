import type { Step } from '../../services/applications/application.ts';
import { noteLimits } from '../../services/applications/notes.ts';
import { opinionLimits, opinionsOn } from '../../services/applications/opinions.ts';
import { isForThem } from '../../services/applications/states.ts';
import { button } from '../actions.ts';
import { instantInEngland, shortened } from '../words.ts';
import type { View } from './application-view.ts';
import { decisionWords } from './decision-words.ts';
import { viewWords } from './opinion-form.ts';
import { stateWords } from './state-words.ts';

const notesOnACard = 5;
const stepsOnACard = 10;

/** Leads' notes, the newest first, and their opinions. */
export function notesPart(view: View) {
  const { application, conflict, names, from, opinions } = view;
  if (conflict === 'own') return { buttons: [] };
  const { notes } = application;
  const shown = notes.toReversed().slice(from, from + notesOnACard);
  const add = notesButtons(view);
  const empty = notes.length === 0 ? 'No notes yet.' : '';
  return {
    paragraphs: ['The applicant can ask to see the notes and opinions.', empty, opinionsLine(view)].filter(Boolean),
    rows: [
      ...opinions.map(({ by, at, view: choice, words }) => ({
        label: `Opinion, ${instantInEngland(at)}`,
        value: [`${names[by] ?? 'A lead'}: ${viewWords[choice]}`, words].filter(Boolean).join('\n'),
      })),
      ...shown.map(({ by, at, text }) => ({
        label: `Note, ${instantInEngland(at)}`,
        value: `${names[by] ?? 'A lead'}: ${text}`,
      })),
    ],
    ...(add.length > 0 && { asked: { question: 'Add to these, or read on', buttons: add } }),
    buttons: [conflictButton(view)],
  };
}

function opinionsLine({ application, opinions, mayOpine }: View): string {
  const given = opinionsOn(application).length;
  if (!mayOpine && given === 0) return '';
  const count = `${given} of ${opinionLimits.wanted} opinions given.`;
  return mayOpine && opinions.length < given ? `${count} You see them once you have given yours.` : count;
}

function notesButtons({ hubId, applicationId, application, conflict, mayOpine, from }: View) {
  const about = { hubId, applicationId };
  const older = from + notesOnACard;
  const isFull = application.notes.length >= noteLimits.notes;
  return [
    ...(conflict || isFull ? [] : [button('notes.write', about, { title: 'Write a note' })]),
    ...(mayOpine ? [button('opinions.write', about, { title: 'Give your opinion' })] : []),
    ...(older < application.notes.length
      ? [button('applications.view', { ...about, part: 'notes', from: older }, { title: 'Earlier notes' })]
      : []),
  ];
}

function conflictButton({ op, hubId, applicationId, conflict }: View) {
  const knows = conflict === undefined;
  const title = knows ? 'I know this person' : 'I do not know this person';
  return button('conflicts.mark', { op, hubId, applicationId, knows }, { title });
}

/** Every move it made, the newest first, and what was kept for it. */
export function historyPart({ application, names, conflict }: View) {
  if (conflict === 'own') return { buttons: [] };
  const { steps, staged } = application;
  const shown = steps.toReversed().slice(0, stepsOnACard);
  const earlier = steps.length - shown.length;
  return {
    paragraphs: [
      ...(staged ? [`Kept for later: ${decisionWords[staged.event].title}.`] : []),
      ...(earlier > 0 ? [`The ${shown.length} newest of ${steps.length} steps.`] : []),
    ],
    rows: shown.map((step) => ({
      label: instantInEngland(step.at),
      value: stepLines(step, application.person, names),
    })),
    buttons: [],
  };
}

function stepLines({ by, to, why, event }: Step, applicant: string | undefined, names: Record<string, string>): string {
  const who = by === applicant ? 'the applicant' : (moverWords[by] ?? names[by] ?? 'a lead');
  const forWhom = isForThem(event) ? ' for the applicant' : '';
  const what = event === 'move-hub' ? 'Passed to another hub' : stateWords[to];
  return [`${what}, by ${who}${forWhom}`, why ? shortened(why.replace(/\s+/g, ' '), 200) : '']
    .filter(Boolean)
    .join('\n');
}

const moverWords: Record<string, string> = { headteacher: 'the headteacher', bot: 'the bot, as your hub has set' };
