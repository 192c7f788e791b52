import { randomUUID } from 'node:crypto';
import { stepSchool } from '../../cards/applications/step-school.ts';
import { stepWhy } from '../../cards/applications/step-why.ts';
import { stepYou } from '../../cards/applications/step-you.ts';
import { summary } from '../../cards/applications/summary.ts';
import type { Card } from '../../cards/card.ts';
import type { Application } from '../../services/applications/application.ts';
import { checkOf } from '../../services/applications/check.ts';
import { type Draft, type FormStep, notListed } from '../../services/applications/draft.ts';
import {
  type Checked,
  checkDraft,
  chosenSchool,
  firstWrong,
  problemsIn,
} from '../../services/applications/draft-answers.ts';
import { type HubWindow, hubWindows, ownApplication } from '../../services/applications/look.ts';
import { namesAnotherSchool } from '../../services/applications/movement.ts';
import { questionOf } from '../../services/applications/own-move.ts';
import { windowOf } from '../../services/applications/rules.ts';
import { hubTextsName } from '../../services/applications/submit.ts';
import { coveredBy, hubInForm } from '../../services/applications/suggested-hub.ts';
import { dateInEngland } from '../../services/clock.ts';
import { openHub } from '../../services/hub-questions/hub-of-person.ts';
import { hubAt } from '../../services/people/hub.ts';
import { findSchools, hasRegister } from '../../services/schools/find-schools.ts';
import { read } from '../../services/store/record.ts';
import type { Reply, Turn } from '../turn.ts';

type Look = {
  /** Another step than the one they stopped at. */
  step?: Draft['step'];
  /** What became of the last press. */
  message?: string;
  /** Says what is wrong with the step, as after a press that could not go on. */
  judged?: boolean;
  /** Where hubs' windows have just been read. */
  windows?: HubWindow[];
};

/** A draft, at the step where they are. */
export async function showDraft(turn: Turn, draft: Draft, look: Look = {}): Promise<Reply> {
  const { step = draft.step, message = '', judged = false } = look;
  const [checked, sent] = await Promise.all([checkDraft(turn.deps, draft, today(turn)), changedBy(turn, draft)]);
  const { cohort, version, changes } = draft;
  const shown = { op: randomUUID(), cohort, version, changes, message, asked: askedOf(sent) };
  if (step === 'check') return { card: await summaryOf(turn, draft, { checked, sent }, shown) };
  const problems = judged ? problemsIn(step, checked) : {};
  return { card: await stepOf[step](turn, draft, { ...shown, values: draft.values, problems }, look) };
}

const today = ({ deps }: Turn) => dateInEngland(deps.clock.now());

type Shown = Omit<Parameters<typeof stepYou>[0], never>;

const stepOf: Record<FormStep, (turn: Turn, draft: Draft, shown: Shown, look: Look) => Promise<Card> | Card> = {
  you: (_, __, shown) => stepYou(shown),
  school: async ({ deps, programme }, { values, hubId = '', suggestedBy, cohort, changes }, shown, look) => {
    const [chosen, found, registered, windows] = await Promise.all([
      chosenSchool(deps, values),
      values.search ? findSchools(deps, values.search) : [],
      hasRegister(deps),
      changes ? [] : (look.windows ?? hubWindows(deps, programme, cohort)),
    ]);
    const schools = [...(chosen ? [chosen] : []), ...found.filter(({ urn }) => urn !== chosen?.urn)];
    const covered = chosen && coveredBy(windows, chosen);
    const hub = hubInForm({ hubId: openHub(programme, hubId)?.id, suggestedBy }, covered);
    const hubs = windows.filter(({ id, window }) => window.kind !== 'closed' || id === hub.hubId);
    return stepSchool({
      ...shown,
      ...hub,
      covered,
      maySuggest:
        registered &&
        !chosen &&
        values.school !== notListed &&
        windows.some(({ authorities }) => authorities.length > 0),
      hasRegister: registered,
      schools,
      hubs,
      changing: changes !== undefined,
    });
  },
  why: async (turn, draft, shown) => {
    const hub = await hubOf(turn, draft);
    return stepWhy({ ...shown, hubName: hub?.name ?? 'your hub', commitments: hub?.commitments });
  },
};

async function hubOf({ deps, programme }: Turn, { hubId }: Draft) {
  const open = hubId ? openHub(programme, hubId) : undefined;
  return open && read(deps.store, hubAt(open.id));
}

async function summaryOf(
  turn: Turn,
  draft: Draft,
  { checked, sent }: { checked: Checked; sent: Application | undefined },
  shown: Pick<Shown, 'op' | 'cohort' | 'version' | 'changes' | 'message' | 'asked'>,
): Promise<Card> {
  const record = await hubOf(turn, draft);
  const { cohort, changes } = draft;
  const hub = record && {
    name: record.name,
    window: windowOf(record, cohort, today(turn)),
    privacy: record.privacy,
    commitments: record.commitments,
    texts: hubTextsName(record),
  };
  const state =
    checked.kind === 'complete'
      ? { ...checked, verdict: checkOf(checked.answers, checked.schoolFacts, today(turn)) }
      : checked;
  const otherSchool = sent !== undefined && 'answers' in state && namesAnotherSchool(sent.answers, state.answers);
  const first = firstWrong(checked) ?? 'you';
  const question = sent ? questionOf(sent) : '';
  return summary({ ...shown, hub, state, first, changing: changes !== undefined, question, otherSchool });
}

/** The application that a draft changes, as it stands now. */
async function changedBy({ deps, actor }: Turn, { changes, cohort }: Draft): Promise<Application | undefined> {
  const own = changes ? await ownApplication(deps, actor, cohort) : undefined;
  return own?.applicationId === changes ? own?.application : undefined;
}

/** What the hub has asked for, where the draft answers it. */
const askedOf = (sent: Application | undefined): string => (sent && questionOf(sent) ? (sent.asked?.words ?? '') : '');
