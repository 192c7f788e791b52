import { randomUUID } from 'node:crypto';
import type { Input } from '../../cards/actions.ts';
import { applicationForm, type FormValues, valuesOf } from '../../cards/applications/application-form.ts';
import { applicationStatus } from '../../cards/applications/application-status.ts';
import { noApplication } from '../../cards/applications/no-application.ts';
import { noHubOpen } from '../../cards/applications/no-hub-open.ts';
import { problemLines, windowNotice } from '../../cards/applications/problems.ts';
import { type HubWindow, hubWindows, ownApplication } from '../../services/applications/look.ts';
import { submitApplication } from '../../services/applications/submit.ts';
import { leadName } from '../../services/people/who-in-hub.ts';
import { isoMonth } from '../iso-month.ts';
import type { Reply, Turn } from '../turn.ts';
import type { ActionHandlers } from './index.ts';

export const application: Pick<ActionHandlers, 'application.open' | 'application.show' | 'application.submit'> = {
  'application.open': (_, turn) => openApplication(turn),
  'application.show': (_, turn) => showApplication(turn),
  'application.submit': submit,
};

/** The application form; or the application where there is one, or why no hub takes any today. */
export async function openApplication(turn: Turn): Promise<Reply> {
  const own = await existing(turn);
  if (own) return own;
  const windows = await hubWindows(turn.deps, turn.programme, turn.programme.cohort);
  if (windows.some(({ window }) => window.kind === 'open')) {
    return form(turn, { values: { name: turn.actor.name }, windows });
  }
  return { card: noHubOpen({ hubs: windows }) };
}

/** Where this person's application stands. */
export async function showApplication(turn: Turn, cohort = turn.programme.cohort): Promise<Reply> {
  return (await existing(turn, cohort)) ?? { card: noApplication({}) };
}

async function submit(input: Input<'application.submit'>, turn: Turn): Promise<Reply> {
  const { op, cohort, ...typed } = input;
  const values = valuesOf(typed);
  const { hub, started, ...answers } = typed;
  const result = await submitApplication(turn.deps, turn.actor, {
    op,
    cohort,
    hubId: hub,
    typed: { ...answers, urn: undefined, startedTeaching: isoMonth(started) },
  });
  switch (result.kind) {
    case 'submitted':
    case 'already-open':
      return showApplication(turn, cohort);
    case 'refused':
      return form(turn, { values, problems: problemLines(result.problems), op });
    case 'no-such-hub':
      return form(turn, { values, problems: ['Choose your Maths Hub'], op });
    case 'moved':
      return form(turn, {
        values,
        problems: ['Your account has just been linked to another one of yours. Submit again.'],
      });
    case 'window':
      return form(turn, { values, problems: [windowNotice(result.window)], op });
    case 'denied':
      return { say: 'You cannot apply here. Type “help” to see what I can do for you.' };
  }
}

async function existing(turn: Turn, cohort = turn.programme.cohort): Promise<Reply | undefined> {
  const own = await ownApplication(turn.deps, turn.actor, cohort);
  if (!own) return undefined;
  const { hubId, state, submittedAt, submittedBy: by, answers } = own;
  const { name: hubName, contact, privacy } = own.hub;
  const submittedBy = by && (await leadName(turn.deps, hubId, by));
  const shown = { cohort, hubId, hubName, contact, state, submittedAt };
  return { card: applicationStatus({ ...shown, submittedBy, answers, privacy }) };
}

type Form = { values: Partial<FormValues>; problems?: string[]; op?: string; windows?: HubWindow[] };

/** The form with what was typed. `windows` where they have just been read. */
async function form(turn: Turn, { values, problems = [], op = randomUUID(), windows }: Form): Promise<Reply> {
  const { cohort } = turn.programme;
  const all = windows ?? (await hubWindows(turn.deps, turn.programme, cohort));
  const hubs = all.filter(({ id, window }) => window.kind === 'open' || id === values.hub);
  return { card: applicationForm({ op, cohort, hubs, values, problems }) };
}
