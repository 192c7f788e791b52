import { dateInEngland, hourInEngland } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { hubIdOf } from '../people/hub.ts';
import { heirOf, type Programme } from '../people/programme.ts';
import { isWorkingDay } from '../working-days.ts';
import { askerOf } from './answer-question.ts';
import { changeQuestion } from './change-question.ts';
import { type HubQuestion, hasEnded, hubQuestionRecord, nextLook, questionIdOf, waits } from './hub-question.ts';
import { toLeads, withPosts } from './posts.ts';

/** How many are looked at together. */
const atOnce = 50;
/** When people are told, in England: from 8 to 6 on working days. */
const hours = { from: 8, to: 18 };

/**
 * Puts every question that has waited for two working days in front of its leads again, and ends those that nobody
 * answered while they were kept. Comes to the same however many replicas do it, and however often.
 */
export async function remindLeads(deps: Deps, settings: Programme): Promise<void> {
  const now = deps.clock.now();
  const hour = hourInEngland(now);
  if (!isWorkingDay(dateInEngland(now)) || hour < hours.from || hour >= hours.to) return;
  for (;;) {
    const dueBefore = now.toISOString();
    const found = await deps.store.find({ type: hubQuestionRecord.type, dueBefore }, atOnce);
    let done = 0;
    for (const { record } of found) {
      if (await lookAt(deps, settings, hubQuestionRecord.parse(record), now)) done += 1;
    }
    if (found.length < atOnce || done === 0) return;
  }
}

/** Says whether anything was done about it. */
async function lookAt(deps: Deps, settings: Programme, found: HubQuestion, now: Date): Promise<boolean> {
  const hubId = hubIdOf(found);
  const questionId = questionIdOf(found);
  const about = { hubId, questionId };
  const id = `hub-question-again:${questionId}:${dateInEngland(now)}`;
  const [told, asker] = await Promise.all([
    toLeads(deps, heirOf(settings, hubId), id, { kind: 'hub-question', ...about, again: true }),
    askerOf(deps, about),
  ]);
  const result = await changeQuestion(deps, about, (question) => {
    if (!waits(question) || (question.due ?? '') > now.toISOString()) return { kind: 'not-due' };
    if (hasEnded(question, now))
      return { kind: 'ended', becomes: { ...question, state: 'unanswered' as const }, tell: [asker(question, 0)] };
    const reminders = question.reminders + 1;
    const due = nextLook(question.askedAt, reminders, now);
    const posts = withPosts(question.posts, told);
    return { kind: 'reminded', becomes: { ...question, reminders, due, posts }, unseen: true, tell: told };
  });
  return result.kind === 'reminded' || result.kind === 'ended';
}
