import { randomUUID } from 'node:crypto';
import type { Input } from '../../cards/actions.ts';
import { applicationForm, type FormValues, valuesOf } from '../../cards/applications/application-form.ts';
import { applicationStatus } from '../../cards/applications/application-status.ts';
import { noApplication } from '../../cards/applications/no-application.ts';
import { problemLines, windowNotice } from '../../cards/applications/problems.ts';
import { ownApplication } from '../../services/applications/look.ts';
import { submitApplication } from '../../services/applications/submit.ts';
import { isoMonth } from '../iso-month.ts';
import type { Reply, Turn } from '../turn.ts';
import type { ActionHandlers } from './index.ts';

export const application: Pick<ActionHandlers, 'application.open' | 'application.show' | 'application.submit'> = {
  'application.open': (_, turn) => openApplication(turn),
  'application.show': (_, turn) => showApplication(turn),
  'application.submit': submit,
};

/** The application form, or the application where there is one already. */
export async function openApplication(turn: Turn): Promise<Reply> {
  return (await existing(turn)) ?? form(turn, { name: turn.actor.name }, []);
}

/** Where this person's application stands. */
export async function showApplication(turn: Turn): Promise<Reply> {
  return (await existing(turn)) ?? { card: noApplication({}) };
}

async function submit(input: Input<'application.submit'>, turn: Turn): Promise<Reply> {
  const { op, cohort, ...typed } = input;
  const values = valuesOf(typed);
  const { hub, started, ...answers } = typed;
  const result = await submitApplication(turn.deps, turn.actor, {
    op,
    cohort,
    hubId: hub,
    typed: { ...answers, startedTeaching: isoMonth(started) },
  });
  switch (result.kind) {
    case 'submitted':
    case 'already-open':
      return showApplication(turn);
    case 'refused':
      return form(turn, values, problemLines(result.problems), op);
    case 'no-such-hub':
      return form(turn, values, ['Choose your Maths Hub'], op);
    case 'window':
      return form(turn, values, [windowNotice(result.window)], op);
    case 'denied':
      return { say: 'You cannot apply here. Type “help” to see what I can do for you.' };
  }
}

async function existing(turn: Turn): Promise<Reply | undefined> {
  const own = await ownApplication(turn.deps, turn.actor, turn.programme.cohort);
  if (!own) return undefined;
  const { hub, state, submittedAt, answers } = own;
  const { subjectLeaderKnows: _, hasReadInformation: __, ...shown } = answers;
  return { card: applicationStatus({ hubName: hub.name, contact: hub.contact, state, submittedAt, answers: shown }) };
}

function form(turn: Turn, values: Partial<FormValues>, problems: string[], op: string = randomUUID()): Reply {
  const { cohort, hubs } = turn.programme;
  return { card: applicationForm({ op, cohort, hubs, values, problems, owner: turn.account.userId }) };
}
