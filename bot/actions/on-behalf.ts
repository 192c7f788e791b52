import { randomUUID } from 'node:crypto';
import type { Input } from '../../cards/actions.ts';
import { applicationForSomebody, type FormValues, valuesOf } from '../../cards/applications/application-form.ts';
import { applicantCode, appliedForSomebody, somebodyForm } from '../../cards/applications/on-behalf.ts';
import { problemLines, windowNotice } from '../../cards/applications/problems.ts';
import { hubsWhere } from '../../services/access.ts';
import { schoolTyped } from '../../services/applications/draft-answers.ts';
import { applicationFor, hubWindows, ownApplication } from '../../services/applications/look.ts';
import { submitApplication } from '../../services/applications/submit.ts';
import { type Covered, coveredBy } from '../../services/applications/suggested-hub.ts';
import { isoMonth } from '../../services/iso-month.ts';
import { actingFor, draftFor, mayApplyFor, nameSomebody } from '../../services/people/acting-for.ts';
import { issueClaimCode } from '../../services/people/codes.ts';
import { hubNames } from '../../services/people/hub.ts';
import { reachableChat } from '../../services/people/person.ts';
import { whoInHub } from '../../services/people/who-in-hub.ts';
import { schoolNamed } from '../../services/schools/find-schools.ts';
import type { Reply, Turn } from '../turn.ts';
import { askWhichHub } from './choose-hub.ts';
import type { ActionHandlers } from './index.ts';
import { viewApplication } from './one-application.ts';

type OnBehalf = 'on-behalf.open' | 'on-behalf.find' | 'on-behalf.form' | 'on-behalf.submit' | 'on-behalf.code';

export const onBehalf: Pick<ActionHandlers, OnBehalf> = {
  'on-behalf.open': ({ hubId }, turn) => askWho(turn, hubId),
  'on-behalf.find': find,
  'on-behalf.form': (about, turn) => startForm(turn, about),
  'on-behalf.submit': submit,
  'on-behalf.code': makeCode,
};

const onlyLeads: Reply = { say: 'Only a lead of their hub can do that for somebody.' };
const yourself: Reply = { say: 'That is you: type “apply” to apply for yourself.' };
const ended: Reply = { say: 'This hub has ended, so nobody applies to it any more.' };
const elsewhere: Reply = {
  say: 'They have applied to another hub for this cohort, so nothing was submitted. They can take their application to your hub themselves, from “my application”.',
};

/** What “apply for somebody” shows: whom it is for, or which hub where there are several. */
export async function openOnBehalf(turn: Turn): Promise<Reply> {
  const hubIds = hubsWhere(turn.actor, 'act-for');
  const [only] = hubIds;
  if (!only) return onlyLeads;
  if (hubIds.length === 1) return askWho(turn, only);
  return askWhichHub(turn, hubIds, { what: 'on-behalf', allHubs: false });
}

async function askWho(
  turn: Turn,
  hubId: string,
  { name, email, problem }: { name: string; email: string; problem: string } = { name: '', email: '', problem: '' },
): Promise<Reply> {
  const may = await mayApplyFor(turn.deps, turn.actor, { hubId, cohort: turn.programme.cohort });
  switch (may.kind) {
    case 'open':
      return { card: somebodyForm({ hubId, hubName: may.hubName, name, email, problem }) };
    case 'window':
      return { say: windowNotice(may.window) };
    case 'closed':
      return ended;
    case 'denied':
      return onlyLeads;
  }
}

async function find({ hubId, name, email }: Input<'on-behalf.find'>, turn: Turn): Promise<Reply> {
  const { cohort } = turn.programme;
  const result = await nameSomebody(turn.deps, turn.actor, { hubId, cohort, name, email });
  switch (result.kind) {
    case 'named':
      return startForm(turn, { hubId, personId: result.personId }, { name, email });
    case 'applied':
      return viewApplication({ hubId, applicationId: result.applicationId }, turn);
    case 'not-right':
      return askWho(turn, hubId, { name, email, problem: problemLine(result) });
    case 'moved':
      return { say: 'They have gone to another hub, so its leads act for them now.' };
    case 'yourself':
      return yourself;
    case 'denied':
      return onlyLeads;
  }
}

function problemLine({ name, email }: { name: boolean; email: boolean }): string {
  const wrong = [
    ...(name ? [] : ['their name, in at most 100 characters']),
    ...(email ? [] : ['their work email, like name@school.org.uk']),
  ];
  return `Enter ${wrong.join(', and ')}.`;
}

type About = { hubId: string; personId: string };

/** The form for somebody, with what the hub knows of them. What was just typed of them counts where it does not. */
async function startForm(turn: Turn, about: About, typed: Partial<FormValues> = {}): Promise<Reply> {
  const { cohort } = turn.programme;
  const draft = await draftFor(turn.deps, turn.actor, { ...about, cohort });
  switch (draft.kind) {
    case 'draft': {
      const { hubName, school } = draft;
      const values = { name: draft.name || typed.name || '', email: draft.email || typed.email || '', school };
      return formFor(turn, about, { hubName, name: values.name, values: { ...values, hub: about.hubId } });
    }
    case 'applied':
      return viewApplication({ hubId: about.hubId, applicationId: draft.applicationId }, turn);
    case 'applied-elsewhere':
      return elsewhere;
    case 'window':
      return { say: windowNotice(draft.window) };
    case 'closed':
      return ended;
    case 'yourself':
      return yourself;
    case 'denied':
      return onlyLeads;
  }
}

type Form = { hubName: string; name: string; values: Partial<FormValues>; problems?: string[]; op?: string };

async function formFor(turn: Turn, { hubId, personId }: About, form: Form): Promise<Reply> {
  const { hubName, name, values, problems = [], op = randomUUID() } = form;
  const { cohort } = turn.programme;
  const hubs = [{ id: hubId, name: hubName }];
  const shown = { op, cohort, hubs, covered: await coveredOf(turn, values.school), values, problems };
  return { card: applicationForSomebody({ ...shown, onBehalf: { hubId, hubName, personId, name } }) };
}

/** Which hubs cover the school that is named. All of them are read only where it is one of the register's. */
async function coveredOf({ deps, programme }: Turn, named = ''): Promise<Covered | undefined> {
  const school = named ? await schoolNamed(deps, named) : undefined;
  return school && coveredBy(await hubWindows(deps, programme, programme.cohort), school);
}

async function submit(input: Input<'on-behalf.submit'>, turn: Turn): Promise<Reply> {
  const { op, cohort, hubId, personId, ...typed } = input;
  const acting = await actingFor(turn.deps, turn.actor, { hubId, personId });
  if (acting.kind !== 'acting') return acting.kind === 'yourself' ? yourself : onlyLeads;
  const { hub: _, started, ...answers } = typed;
  const result = await submitApplication(turn.deps, acting.actor, {
    op,
    cohort,
    hubId,
    typed: { ...answers, ...(await schoolTyped(turn.deps, typed.school)), startedTeaching: isoMonth(started) },
  });
  const again = async (problems: string[]): Promise<Reply> => {
    const [hubName = ''] = await hubNames(turn.deps, [hubId]);
    const values = { ...valuesOf(typed), hub: hubId };
    return formFor(turn, { hubId, personId }, { hubName, name: typed.name || 'them', values, problems, op });
  };
  switch (result.kind) {
    case 'submitted':
    case 'already-open':
      return showSubmitted(turn, { hubId, cohort, personId: acting.actor.personId });
    case 'refused':
      return again(problemLines(result.problems));
    case 'window':
      return again([windowNotice(result.window)]);
    case 'other-cohort':
      return again([`People apply to Cohort ${result.cohort} now. Look through this and submit it for that one.`]);
    case 'moved':
      return again(['They have just linked another account of theirs. Submit again.']);
    case 'no-such-hub':
    case 'other-texts':
    case 'denied':
      return onlyLeads;
  }
}

/** Somebody’s application in this hub, from this press or an earlier one. */
async function showSubmitted(turn: Turn, { hubId, cohort, personId }: About & { cohort: string }): Promise<Reply> {
  const { deps } = turn;
  const [own, { name, person }] = await Promise.all([
    ownApplication(deps, { personId }, cohort),
    whoInHub(deps, hubId, personId),
  ]);
  if (own?.hubId !== hubId) return elsewhere;
  const { applicationId, hub, state } = own;
  // Theirs was there before: nobody submitted it for them.
  if (own.submittedBy !== turn.actor.personId) return viewApplication({ hubId, applicationId }, turn);
  const reachable = person !== undefined && reachableChat(person) !== undefined;
  const shown = { hubId, hubName: hub.name, applicationId, name: name || own.answers?.name || 'Them', reachable };
  return { card: appliedForSomebody({ ...shown, placed: state !== 'on-its-way' }) };
}

async function makeCode({ op, hubId, applicationId }: Input<'on-behalf.code'>, turn: Turn): Promise<Reply> {
  const { deps, actor } = turn;
  const found = await applicationFor(deps, actor, { hubId, applicationId });
  const personId = found.kind === 'found' ? found.application.person : undefined;
  if (found.kind === 'denied' || !personId) return onlyLeads;
  const issued = await issueClaimCode(deps, actor, { op, hubId, personId });
  switch (issued.kind) {
    case 'issued': {
      const { code, goodForDays } = issued;
      const { name } = found.application.answers;
      return { card: applicantCode({ hubId, hubName: found.hub.name, applicationId, name, code, goodForDays }) };
    }
    case 'elsewhere-too':
      return {
        say: 'They are also with another hub or lead this one, so a code would open more than you may see. They can type “link another account” in their own chat with me.',
      };
    case 'denied':
      return { say: 'A code is for somebody whose application is with your hub, and never for yourself.' };
  }
}
