import { randomUUID } from 'node:crypto';
import type { Input } from '../../cards/actions.ts';
import { draftKept, whyAwaited, whyHeard } from '../../cards/applications/draft-pages.ts';
import { windowNotice } from '../../cards/applications/problems.ts';
import {
  type Draft,
  type DraftOf,
  type DraftValues,
  draftAt,
  type FormStep,
  type Way,
} from '../../services/applications/draft.ts';
import { draftNow } from '../../services/applications/draft-for-cohort.ts';
import { saveStep } from '../../services/applications/save-step.ts';
import { sendDraft } from '../../services/applications/send-draft.ts';
import type { Suggested } from '../../services/applications/suggested-hub.ts';
import { hearAgain, hearWhy, useHeard } from '../../services/applications/why-as-message.ts';
import { dateInEngland } from '../../services/clock.ts';
import { read } from '../../services/store/record.ts';
import type { Reply, Turn } from '../turn.ts';
import { goesOn, openApplication, showApplication, showWithUnsent } from './application.ts';
import type { ActionHandlers } from './index.ts';
import { showDraft } from './show-draft.ts';

type Drafts =
  | 'application.step'
  | 'application.save-you'
  | 'application.save-school'
  | 'application.save-why'
  | 'application.use-heard'
  | 'application.hear-again'
  | 'application.submit';

const overtaken = {
  'saved-elsewhere':
    'This step was saved on another device meanwhile. Below is what you typed here: save it to keep it instead.',
  'begun-anew':
    'That card was of a form before this one. Below is what you typed there: save it to keep it in this one.',
};
/** Said when the account has become another person's while its button was pressed. */
export const linked = 'Your account has just been linked to another one of yours. Press again.';

export const applicationDraft: Pick<ActionHandlers, Drafts> = {
  'application.step': async ({ step, ...about }, turn) => {
    const draft = await read(turn.deps.store, draftAt(turn.actor.personId, await nowOf(turn, about)));
    return draft ? showDraft(turn, draft, { step }) : openApplication(turn);
  },
  'application.save-you': ({ op, cohort, version, changes, go, ...typed }, turn) =>
    save(turn, { op, cohort, version, changes, go, step: 'you', typed }),
  'application.save-school': ({ op, cohort, version, changes, go, hub, suggested, ...typed }, turn) =>
    save(turn, { op, cohort, version, changes, go, step: 'school', typed, hubId: hub, suggested }),
  'application.save-why': ({ op, cohort, version, changes, go, ...typed }, turn) =>
    save(turn, { op, cohort, version, changes, go, step: 'why', typed }),
  'application.use-heard': async (input, turn) => {
    const draft = await useHeard(turn.deps, turn.actor, { op: input.op, ...(await nowOf(turn, input)) });
    return draft ? showDraft(turn, draft, { step: 'why' }) : openApplication(turn);
  },
  'application.hear-again': async (input, turn) => {
    const about = await nowOf(turn, input);
    await hearAgain(turn.deps, turn.actor, about);
    return { card: whyAwaited({ ...about, message: '' }) };
  },
  'application.submit': submit,
};

const nowOf = ({ deps, actor, programme }: Turn, about: DraftOf) => draftNow(deps, actor, programme, about);

type Save = DraftOf & {
  op: string;
  version: number;
  go: Way;
  step: FormStep;
  typed: DraftValues;
  hubId?: string;
  suggested?: Suggested | undefined;
};

async function save(turn: Turn, input: Save): Promise<Reply> {
  const { step, go, typed, hubId, suggested } = input;
  const about = await nowOf(turn, input);
  const result = await saveStep(turn.deps, turn.actor, { ...input, ...about });
  switch (result.kind) {
    case 'saved':
      return afterSaving(turn, result.draft, step, go);
    case 'saved-elsewhere':
    case 'begun-anew': {
      const { draft, kind } = result;
      const suggestedBy = hubId === suggested?.hubId ? suggested?.authority : undefined;
      const values = { ...draft.values, ...typed };
      const here = { ...draft, values, ...(hubId !== undefined && { hubId, suggestedBy }) };
      return showDraft(turn, here, { step, message: overtaken[kind] });
    }
    case 'sent':
      return showApplication(turn, about.cohort, 'This form was sent already. Here is how it stands now.');
    case 'moved':
      return { say: linked };
  }
}

function afterSaving(turn: Turn, draft: Draft, step: FormStep, go: Way): Promise<Reply> | Reply {
  const { cohort, expires, changes } = draft;
  switch (go) {
    case 'later': {
      // It goes at midnight: the day before is the last.
      const keptUntil = expires && dateInEngland(new Date(Date.parse(expires) - 1));
      return { card: draftKept({ cohort, changes, keptUntil }) };
    }
    case 'message':
      return { card: whyAwaited({ cohort, changes, message: '' }) };
    case 'find':
    case 'back':
      return showDraft(turn, draft);
    case 'next':
      return showDraft(turn, draft, { judged: draft.step === step });
  }
}

async function submit(pressed: Input<'application.submit'>, turn: Turn): Promise<Reply> {
  const input = { ...pressed, ...(await nowOf(turn, pressed)) };
  const { cohort } = input;
  const result = await sendDraft(turn.deps, turn.actor, turn.programme, input);
  switch (result.kind) {
    case 'sent':
      return showApplication(turn, cohort);
    case 'changed':
      return showDraft(turn, result.draft, {
        step: 'check',
        message:
          cohort === pressed.cohort
            ? 'This changed while you were looking. Here is how it stands now: check it, then send it.'
            : goesOn(pressed.cohort, cohort),
      });
    case 'incomplete':
      return showDraft(turn, result.draft, { step: 'check' });
    case 'applied-already':
      return showApplication(
        turn,
        cohort,
        'There is an application of yours already, so this one was not sent. Your draft is kept. Here is how your application stands now.',
      );
    case 'window':
      return again(turn, input, windowNotice(result.window));
    case 'no-such-hub':
      return again(turn, input, 'That hub takes no applications any more. Choose another one.');
    case 'other-cohort':
      return again(
        turn,
        input,
        `People apply to Cohort ${result.cohort} now, so this was not sent. Type “apply” to go on with it for that one.`,
      );
    case 'opened':
      return showWithUnsent(
        turn,
        input,
        'Your hub has opened your application, so it cannot be changed any more. Ask your hub if something is wrong.',
      );
    case 'not-now':
      return showWithUnsent(turn, input, 'Your application moved on meanwhile, so nothing was changed.');
    case 'moved':
      return { say: linked };
    case 'denied':
      return { say: 'You cannot apply here. Type “help” to see what I can do for you.' };
  }
}

async function again(turn: Turn, about: DraftOf, message: string): Promise<Reply> {
  const draft = await read(turn.deps.store, draftAt(turn.actor.personId, about));
  return draft ? showDraft(turn, draft, { step: 'check', message }) : showApplication(turn, about.cohort);
}

/** What somebody types while the form waits for a long answer. */
export async function hearAnswer(turn: Turn, about: DraftOf, text: string): Promise<Reply | undefined> {
  const { cohort, changes } = await nowOf(turn, about);
  const result = await hearWhy(turn.deps, turn.actor, { cohort, changes }, text);
  switch (result.kind) {
    case 'heard': {
      const { heard = '', values } = result.draft;
      return { card: whyHeard({ op: randomUUID(), cohort, changes, heard, instead: Boolean(values.why) }) };
    }
    case 'too-long': {
      const message = `That is ${text.length.toLocaleString('en-GB')} characters, and 2,000 fit. It is still in this chat: copy it, make it shorter and send it again.`;
      return { card: whyAwaited({ cohort, changes, message }) };
    }
    case 'nothing-to-answer':
      return undefined;
  }
}
