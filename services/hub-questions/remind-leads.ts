import { dateInEngland } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { hubAt, hubIdOf } from '../people/hub.ts';
import { heirOf, type Programme } from '../people/programme.ts';
import { read } from '../store/record.ts';
import { askerOf } from './answer-question.ts';
import { changeQuestion } from './change-question.ts';
import { type HubQuestion, hasEnded, hubQuestionRecord, questionIdOf, waits } from './hub-question.ts';
import { isWorkingHour, nextLook } from './next-look.ts';
import { toLeads, updatesOf, withPosts } from './posts.ts';

/** How many are looked at together. */
const atOnce = 200;
/** How often a question is put in front of its leads again. */
const mostReminders = 5;

/**
 * Puts every question that has waited for two working days in front of its leads again, ends those that nobody can answer
 * any more, and takes those that are soon deleted out of the leads' posts. People are told in working hours only; the
 * posts are emptied at any time. Comes to the same however many replicas do it, and however often.
 */
export async function remindLeads(deps: Deps, settings: Programme): Promise<void> {
  const now = deps.clock.now();
  const mayTell = isWorkingHour(now);
  for (;;) {
    const dueBefore = now.toISOString();
    const found = await deps.store.find({ type: hubQuestionRecord.type, dueBefore }, atOnce);
    let done = 0;
    for (const { record } of found) {
      const question = hubQuestionRecord.parse(record);
      if (waits(question) && !mayTell) continue;
      if (await (waits(question) ? lookAt(deps, settings, question, now) : takeOutOfPosts(deps, question, now)))
        done += 1;
    }
    if (found.length < atOnce || done === 0) return;
  }
}

/** Says whether anything was done about it. */
async function lookAt(deps: Deps, settings: Programme, found: HubQuestion, now: Date): Promise<boolean> {
  const hubId = hubIdOf(found);
  const questionId = questionIdOf(found);
  const about = { hubId, questionId };
  const heir = heirOf(settings, hubId);
  const id = `hub-question-again:${questionId}:${dateInEngland(now)}`;
  const [hub, told, asker] = await Promise.all([
    read(deps.store, hubAt(heir)),
    toLeads(deps, heir, id, { kind: 'hub-question', ...about, again: true }),
    askerOf(deps, about),
  ]);
  const result = await changeQuestion(deps, about, (question) => {
    if (!waits(question) || (question.due ?? '') > now.toISOString()) return { kind: 'not-due' };
    const ended = hasEnded(question, now) ? 'unanswered' : hub?.leads.length ? undefined : 'no-leads';
    if (ended) return { kind: 'ended', becomes: { ...question, state: ended }, tell: [asker(question, 0)] };
    const due = nextLook(question.askedAt, now);
    if (question.reminders >= mostReminders) return { kind: 'left', becomes: { ...question, due }, unseen: true };
    const reminders = question.reminders + 1;
    const posts = withPosts(question.posts, told);
    return { kind: 'reminded', becomes: { ...question, reminders, due, posts }, unseen: true, tell: told };
  });
  return result.kind === 'reminded' || result.kind === 'left' || result.kind === 'ended';
}

/** The leads' posts no longer show a question that is deleted soon. Says whether anything was done about it. */
async function takeOutOfPosts(deps: Deps, found: HubQuestion, now: Date): Promise<boolean> {
  const about = { hubId: hubIdOf(found), questionId: questionIdOf(found) };
  const result = await changeQuestion(deps, about, (question) => {
    if (waits(question) || !question.due || question.due > now.toISOString()) return { kind: 'not-due' };
    const shown = { ...question, revision: question.revision + 1 };
    return { kind: 'out', becomes: { ...question, posts: [] }, unseen: true, tell: updatesOf(shown, true) };
  });
  return result.kind === 'out';
}
