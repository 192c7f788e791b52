import type { Actor } from '../access.ts';
import { change } from '../change.ts';
import { dateInEngland } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { openHub } from '../hub-questions/hub-of-person.ts';
import type { Programme } from '../people/programme.ts';
import { read } from '../store/record.ts';
import type { Answers, Application } from './application.ts';
import { type Draft, type DraftOf, draftAt, draftRef } from './draft.ts';
import { checkDraft } from './draft-answers.ts';
import { moveOwn, ownEvents, questionOf } from './own-move.ts';
import type { Problems } from './rules.ts';
import { type SubmitResult, submitApplication } from './submit.ts';

export type Sent =
  /** It is on its way to its hub, from this press or an earlier one; or there is nothing to send. */
  | { kind: 'sent' }
  /** The draft, or what the card showed beside it, has changed since it was made: nothing was sent. */
  | { kind: 'changed'; draft: Draft }
  | { kind: 'incomplete'; draft: Draft; problems: Problems }
  /** An application is open that was not this draft, as when a lead has applied for them: the draft stays. */
  | { kind: 'applied-already' }
  /** What was to be changed cannot be changed any more: a lead has opened it, or it has moved on. */
  | { kind: 'opened' }
  | { kind: 'not-now' }
  | Extract<SubmitResult, { kind: 'other-cohort' | 'window' | 'no-such-hub' | 'moved' | 'denied' }>;

type Send = DraftOf & {
  op: string;
  /** The draft's version on the card. */
  version: number;
  /** Which question of the hub's the card showed, empty for none. */
  asked: string;
  /** Whether it said that another school or headteacher is named. */
  otherSchool: boolean;
  /** Which texts of the hub's it showed, by `hubTextsName`. */
  texts: string;
};

/**
 * Sends a draft as it stands on the card that was pressed, once: as a new application, or as changes to the one that was
 * sent. With that the draft is gone.
 */
export async function sendDraft(deps: Deps, actor: Actor, programme: Programme, press: Send): Promise<Sent> {
  const { op, cohort, version, texts } = press;
  const ref = draftAt(actor.personId, press);
  const draft = await read(deps.store, ref);
  if (!draft) return { kind: 'sent' };
  if (draft.version !== version) return { kind: 'changed', draft };
  const checked = await checkDraft(deps, draft, dateInEngland(deps.clock.now()));
  if (checked.kind === 'incomplete') return { kind: 'incomplete', draft, problems: checked.problems };
  const { answers, schoolFacts } = checked;
  if (draft.changes)
    return sendChanges(deps, actor, press, { draft, applicationId: draft.changes, answers, schoolFacts });
  const hubId = openHub(programme, draft.hubId ?? '')?.id ?? '';
  const result = await submitApplication(deps, actor, {
    op,
    cohort,
    hubId,
    typed: { urn: undefined, ...answers },
    draft,
    textsShown: texts,
  });
  switch (result.kind) {
    case 'submitted':
      return { kind: 'sent' };
    case 'already-open': {
      const now = await read(deps.store, ref);
      if (!now) return { kind: 'sent' };
      return now.version === version ? { kind: 'applied-already' } : { kind: 'changed', draft: now };
    }
    case 'other-texts':
      return { kind: 'changed', draft };
    case 'refused':
      return { kind: 'incomplete', draft, problems: result.problems };
    default:
      return result;
  }
}

type Changes = {
  draft: Draft;
  applicationId: string;
  answers: Answers;
  schoolFacts: Application['schoolFacts'];
};

/** Sends changes as what the card said they were: with another school, as the answer to a question, or as neither. */
async function sendChanges(deps: Deps, actor: Actor, press: Send, changes: Changes): Promise<Sent> {
  const { draft, applicationId, answers, schoolFacts } = changes;
  const { op, cohort, asked, otherSchool } = press;
  const still = (application: Application) => questionOf(application) === asked;
  const event = otherSchool ? 'change-school' : asked ? 'send-more' : 'edit';
  const result = await moveOwn(deps, actor, { op, cohort, applicationId, still }, { event, answers, schoolFacts });
  switch (result.kind) {
    case 'moved':
      await dropDraft(deps, draft);
      return { kind: 'sent' };
    case 'opened':
      return { kind: 'opened' };
    case 'not-now':
      return ownEvents(result).includes('change-school') ? { kind: 'changed', draft } : { kind: 'not-now' };
    default:
      return { kind: 'not-now' };
  }
}

/** Lets a draft go, unless it has changed since. */
async function dropDraft(deps: Deps, sent: Draft): Promise<void> {
  const { partition, version } = sent;
  const ref = draftRef(sent);
  await change(deps, { partition, read: { draft: ref } }, ({ draft }) =>
    draft?.version === version ? { kind: 'dropped', remove: [ref.id] } : { kind: 'changed' },
  );
}
