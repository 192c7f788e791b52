import { z } from 'zod';
import { decisionEvents, stagedEvents } from '../services/applications/decide.ts';
import { formSteps, ways } from '../services/applications/draft.ts';
import { applicationStates } from '../services/applications/states.ts';
import { fact, facts } from '../services/eligibility/facts.ts';
import { longest } from '../services/hub-questions/hub-question.ts';
import { channelUse } from '../services/people/hub.ts';

/** Text a person typed: control characters out, ends trimmed. Its real limit is the use-case's to enforce, in words. */
const typedText = z
  .string()
  .max(8000)
  .transform((text) => text.replace(/[\p{Cc}--[\n\t]]/gv, '').trim())
  .default('');
/** Rows that were pasted. More than a list may have gets through, so that a sentence can say where to send it. */
const pasted = z.string().max(400_000).default('');
const ticked = z
  .union([z.boolean(), z.enum(['true', 'false', ''])])
  .transform((value) => value === true || value === 'true')
  .default(false);
const several = z
  .string()
  .max(200)
  .transform((text) => text.split(',').filter(Boolean))
  .default([]);
const id = z.string().min(1).max(200);
const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);
const aboutWhom = z.enum(['self', 'another']);
/** Absent on a card from before there were any: then they stay as they are. */
const holidayText = z.string().max(4000).optional();
const typedSince = typedText.removeDefault().optional();
const dateOrNone = z.string().max(10);
/** A question as its buttons carry it. */
const question = z.string().max(longest.question);
const toAsk = { op: id, text: question, topic: id.optional(), named: z.boolean() };
const questionRef = { hubId: id, questionId: id };
const applicationRef = { hubId: id, applicationId: id };
/** An application as a card showed it: with how many moves behind it. */
const seenApplication = { ...applicationRef, seen: z.int().min(0) };
/** When a decision was made that is kept for later: it tells one from another. */
const keptAt = z.string().max(40);
/** An application that is decided: as a card showed it, also with which decision kept for later. */
const toDecide = { ...seenApplication, kept: keptAt.optional() };
const decisionWords = { reason: typedText, words: typedText };
/** Absent: the cohort that people apply to now, or for applicants that of their application. */
const ofCohort = { cohort: id.optional() };
/** The cards on which one application stands. */
export const viewParts = ['answers', 'check', 'notes', 'history'] as const;

/**
 * `fixed` travels inside the button; `typed` is what the person fills in on the card. No name is in both. A press is
 * answered in a chat of one's own only, unless it says `anywhere`.
 */
const action = <F extends z.ZodRawShape, T extends z.ZodRawShape>(fixed: F, typed: T, where?: 'anywhere') => ({
  fixed: z.object(fixed),
  typed: z.object(typed),
  anywhere: where === 'anywhere',
});

/** Which draft: `changes` names the application that it changes, where it is not of a new one. */
const draftOf = { cohort: id, changes: id.optional() };
/** A draft as a card shows it. */
const draft = { op: id, ...draftOf, version: z.int() };
/** What a card showed beside a draft, by its name; empty for nothing, and on a card from before it was carried. */
const shownBeside = z.string().max(200).default('');
const way = z.enum(ways);
/** The hub that stands in the form because it covers the school's local authority: nobody has chosen it. */
const suggested = z.object({ hubId: id, authority: id }).optional();
/** Somebody's own application as a card shows it. */
const own = { cohort: id, applicationId: id };
/** The same, with how many moves it had made. */
const seenOwn = { ...own, seen: z.int().min(0) };

/** What a coordinator sets for a hub. */
const hubFields = {
  name: typedText,
  contact: typedText,
  authorities: typedSince,
  opens: typedText,
  closes: typedText,
  quota: typedText,
};

/** What the application form asks for, all on one card. */
const applicationAnswers = {
  hub: typedText,
  name: typedText,
  email: typedText,
  role: typedText,
  school: typedText,
  keyStages: several,
  qts: typedText,
  started: typedText,
  why: typedText,
  subjectLeaderKnows: ticked,
  hasReadInformation: ticked,
  headteacher: typedText,
};

/** Every button a card can carry: the contract between the cards and `bot/actions/`. */
export const actions = {
  'help.open': action({}, {}, 'anywhere'),
  'next.open': action({}, {}),
  'hubs.contacts': action({ after: id.optional() }, {}, 'anywhere'),
  'hubs.about': action({ hubId: id }, {}, 'anywhere'),
  'hubs.texts': action({ hubId: id }, {}),
  'hubs.save-texts': action({ op: id, hubId: id }, { contact: typedText, commitments: typedText, privacy: typedText }),
  'questions.topic': action({ topic: id }, {}, 'anywhere'),
  'eligibility.open': action({}, {}),
  'eligibility.check': action(
    { known: facts, about: aboutWhom },
    { mathsTeacher: typedText, qts: typedText, stateFunded: typedText, secondary: typedText, started: typedText },
  ),
  'eligibility.answer': action(
    {
      known: facts,
      about: aboutWhom,
      criterion: z.enum(['maths-teacher', 'qts', 'state-funded', 'secondary']),
      answer: fact,
    },
    {},
  ),
  'eligibility.forget': action({}, {}),
  'application.open': action({}, {}),
  'application.show': action(ofCohort, {}),
  'application.link': action(ofCohort, {}),
  'application.new-link': action({ op: id, cohort: id }, {}),
  'application.step': action({ ...draftOf, step: z.enum(formSteps) }, {}),
  'application.save-you': action(
    { ...draft, go: way },
    { name: typedText, email: typedText, role: typedText, keyStages: several, qts: typedText, started: typedText },
  ),
  'application.save-school': action(
    { ...draft, go: way, suggested },
    { search: typedText, school: typedText, typedSchool: typedText, headteacher: typedText, hub: typedText },
  ),
  'application.save-why': action(
    { ...draft, go: way },
    { why: typedText, subjectLeaderKnows: ticked, hasReadInformation: ticked },
  ),
  'application.use-heard': action({ op: id, ...draftOf }, {}),
  'application.hear-again': action(draftOf, {}),
  'application.submit': action(
    { ...draft, asked: shownBeside, otherSchool: z.boolean().default(false), texts: shownBeside },
    {},
  ),
  'application.deleting': action(draftOf, {}),
  'application.delete': action(draft, {}),
  'application.edit': action(own, {}),
  'application.accept': action({ op: id, ...own }, {}),
  'application.turning-down': action(own, {}),
  'application.turn-down': action({ op: id, ...seenOwn }, {}),
  'application.withdrawing': action(own, {}),
  'application.withdraw': action({ op: id, ...seenOwn }, {}),
  'leads.open': action({ hubId: id }, {}),
  'leads.code': action({ op: id, hubId: id }, {}),
  'leads.remove': action({ op: id, hubId: id, personId: id }, {}),
  'channels.open': action({ hubId: id }, {}, 'anywhere'),
  'channels.check': action({ hubId: id }, {}, 'anywhere'),
  'channels.link': action({ hubId: id, use: channelUse }, {}, 'anywhere'),
  'channels.unlink': action({}, {}, 'anywhere'),
  'accounts.open': action({}, {}),
  'accounts.code': action({ op: id }, {}),
  'accounts.join': action({ code: id }, { keep: typedText }),
  'accounts.revoke': action({ tenantId: id, objectId: id }, {}),
  'school.open': action({}, {}),
  'school.save': action({ op: id }, { school: typedText }),
  'people.show': action({}, {}),
  'people.open': action({ hubId: id, after: id.optional() }, {}),
  'people.view': action({ hubId: id, personId: id }, {}),
  'people.code': action({ op: id, hubId: id, personId: id }, {}),
  'people.codes': action({ op: id, hubId: id, after: id.optional() }, {}),
  'people.import': action({ hubId: id, draft: id.optional() }, {}),
  'people.check': action({ hubId: id }, { rows: pasted }),
  'people.preview': action({ hubId: id, draft: id }, {}),
  'people.take': action({ op: id, hubId: id, draft: id }, {}),
  'people.school': action({ hubId: id, personId: id }, {}),
  'people.school-save': action({ op: id, hubId: id, personId: id }, { school: typedText }),
  'people.moving': action({ hubId: id, personId: id }, {}),
  'people.move': action({ op: id, hubId: id, personId: id }, { to: typedText }),
  'application.moving': action(ofCohort, {}),
  'application.move': action({ op: id, cohort: id }, { to: typedText }),
  'hubs.end': action({ hubId: id }, {}),
  'hubs.end-check': action({ hubId: id }, { into: typedText }),
  'hubs.end-now': action({ op: id, hubId: id, into: id.optional() }, {}),
  'hubs.closed': action({ from: z.int().min(0).optional() }, {}),
  'hubs.reopen': action({ op: id, hubId: id }, {}),
  'set-up.open': action({ from: z.int().min(0).optional() }, {}),
  'hubs.edit': action({ hubId: id, ...ofCohort }, {}),
  'hubs.save': action({ op: id, hubId: id, cohort: id }, hubFields),
  'hubs.new': action({}, {}),
  'hubs.add': action({ op: id }, hubFields),
  'cohort.open': action({}, {}),
  'cohort.save': action(
    { op: id, cohort: id },
    { name: typedText, yearOneFrom: typedText, yearOneTo: typedText, yearTwoTo: typedText, holidays: holidayText },
  ),
  'cohort.start': action(
    {
      ...{ op: id, cohort: id, name: id },
      ...{ yearOneFrom: dateOrNone, yearOneTo: dateOrNone, yearTwoTo: dateOrNone, holidays: holidayText },
    },
    {},
  ),
  'hubs.import': action({}, {}),
  'hubs.starting': action({}, {}),
  'hubs.preview': action({}, { csv: typedText }),
  'hubs.import-all': action({ op: id, csv: z.string().max(8000) }, {}),
  'tenants.open': action({}, {}),
  'tenants.admit': action({}, { tenant: typedText }),
  'tenants.remove': action({}, { tenant: typedText }),
  'applications.open': action({}, {}),
  'applications.list': action(
    { hubId: id, ...ofCohort, after: id.optional(), state: z.enum(applicationStates).optional() },
    {},
  ),
  'applications.filter': action({ hubId: id }, { state: typedText, cohort: typedText }),
  'applications.view': action(
    { ...applicationRef, part: z.enum(viewParts).optional(), from: z.int().min(0).optional() },
    {},
  ),
  'notes.write': action(applicationRef, {}),
  'notes.add': action({ op: id, ...applicationRef }, { note: typedText }),
  'opinions.write': action(applicationRef, {}),
  'opinions.give': action({ op: id, ...applicationRef }, { view: typedText, words: typedText }),
  'conflicts.mark': action({ op: id, ...applicationRef, knows: z.boolean() }, {}),
  'decisions.open': action(applicationRef, {}),
  'decisions.ask': action({ ...applicationRef, event: z.enum(decisionEvents) }, {}),
  'decisions.make': action({ op: id, ...toDecide, event: z.enum(decisionEvents) }, decisionWords),
  'decisions.keep': action({ op: id, ...toDecide, event: z.enum(stagedEvents) }, decisionWords),
  'staged.list': action({ hubId: id, ...ofCohort, after: id.optional() }, {}),
  'staged.drop': action({ op: id, ...applicationRef, kept: keptAt }, {}),
  'staged.ask': action({ hubId: id, ...ofCohort }, {}),
  'staged.release': action({ op: id, hubId: id, cohort: id, seen: id }, {}),
  'staged.cancel': action({ op: id, hubId: id, cohort: id }, {}),
  'reserve.list': action({ hubId: id, ...ofCohort, from: z.int().min(0).optional() }, {}),
  'reserve.move': action(
    { op: id, ...applicationRef, cohort: id, to: z.enum(['up', 'down']), seen: z.int().min(1) },
    {},
  ),
  'deciding.open': action({ hubId: id, ...ofCohort }, {}),
  'deciding.save': action(
    { op: id, hubId: id, cohort: id, seen: id },
    { offerDays: typedText, autoOffer: ticked, opinions: ticked, criteria: typedText },
  ),
  'endorsement.open': action({ hubId: id, applicationId: id }, {}),
  'endorsement.check': action({ op: id, ...seenApplication }, {}),
  'endorsement.record': action({ hubId: id, applicationId: id }, {}),
  'endorsement.save': action({ op: id, ...seenApplication }, { name: typedText, role: typedText, words: typedText }),
  'endorsement.link': action({ hubId: id, applicationId: id }, {}),
  'endorsement.new-link': action({ op: id, hubId: id, applicationId: id }, {}),
  'applications.counts': action({ ...ofCohort, from: z.int().min(0).optional() }, {}),
  'applications.from-digest': action(
    { hubId: id, cohort: id, day: z.iso.date(), from: z.string().max(30), through: z.string().max(30) },
    {},
    'anywhere',
  ),
  'applications.export': action({ hubId: id, ...ofCohort, format: z.enum(['xlsx', 'csv']) }, {}),
  'on-behalf.open': action({ hubId: id }, {}),
  'on-behalf.find': action({ hubId: id }, { name: typedText, email: typedText }),
  'on-behalf.form': action({ hubId: id, personId: id }, {}),
  'on-behalf.submit': action({ op: id, cohort: id, hubId: id, personId: id }, applicationAnswers),
  'on-behalf.code': action({ op: id, hubId: id, applicationId: id }, {}),
  'hub-questions.form': action({ text: question.optional(), topic: id.optional() }, {}),
  'hub-questions.send': action({ op: id, topic: id.optional() }, { text: typedText, named: ticked }),
  'hub-questions.elsewhere': action({ op: id, topic: id.optional() }, { text: typedText, named: ticked }),
  'hub-questions.ask': action(toAsk, {}),
  'hub-questions.choose': action(toAsk, { hub: typedText }),
  'hub-questions.find': action(toAsk, { search: typedText }),
  'hub-questions.mine': action({}, {}),
  'hub-questions.own': action(questionRef, {}),
  'hub-questions.take-back': action({ op: id, ...questionRef }, {}),
  'hub-questions.show': action({}, {}),
  'hub-questions.list': action(
    { hubId: id, which: z.enum(['waiting', 'closed']).optional(), after: id.optional() },
    {},
  ),
  'hub-questions.view': action(questionRef, {}, 'anywhere'),
  'hub-questions.claim': action({ op: id, ...questionRef }, {}, 'anywhere'),
  'hub-questions.release': action({ op: id, ...questionRef }, {}, 'anywhere'),
  'hub-questions.decline': action({ op: id, ...questionRef }, {}, 'anywhere'),
  'hub-questions.write': action(questionRef, {}, 'anywhere'),
  'hub-questions.answer': action(
    { op: id, ...questionRef, version: z.int().min(0) },
    { answer: typedText },
    'anywhere',
  ),
  'hub-answers.open': action({ hubId: id, from: z.int().min(0).optional() }, {}),
  'hub-answers.keep': action(questionRef, {}, 'anywhere'),
  'hub-answers.change': action({ hubId: id, answerId: id }, {}),
  'hub-answers.save': action(
    {
      ...{ op: id, hubId: id, answerId: id.optional(), edited: id.optional(), topic: id.optional() },
      ...{ asked: z.object(questionRef).optional(), left: z.object({ hubId: id, answerId: id }).optional() },
    },
    { question: typedText, answer: typedText },
    'anywhere',
  ),
  'hub-answers.adopt': action({ hubId: id, answerId: id }, {}),
  'hub-answers.remove': action({ hubId: id, answerId: id }, {}),
  'hub-answers.remove-now': action({ op: id, hubId: id, answerId: id }, {}),
  'unreached.open': action({ hubId: id, after: z.string().max(400).optional() }, {}),
  'unreached.view': action({ hubId: id, messageId: id }, {}),
  'learning.judge': action({ op: id, topic: id, right: z.boolean(), text: z.string().max(300).optional() }, {}),
  'learning.insights': action({ month: month.optional() }, {}),
  'learning.unanswered': action({ month: month.optional() }, {}),
  'learning.export': action({ month }, {}),
  'unreached.told': action({ op: id, hubId: id, messageId: id }, { letter: typedText }),
};

export type Verb = keyof typeof actions;
type Fixed<V extends Verb> = z.input<(typeof actions)[V]['fixed']>;
/** What a handler gets: the fixed and the typed data of its verb. */
export type Input<V extends Verb> = z.output<(typeof actions)[V]['fixed']> & z.output<(typeof actions)[V]['typed']>;

export const isVerb = (verb: unknown): verb is Verb => typeof verb === 'string' && Object.hasOwn(actions, verb);

/** A button as it stands in a card. Made by `button()` only. */
export const buttonSchema = z.looseObject({ type: z.literal('Action.Execute'), verb: z.string(), title: z.string() });
export type Button = z.infer<typeof buttonSchema>;

/** A button that opens a page in the browser. Its address stands on the card too, so that people see where it leads. */
export const linkSchema = z.strictObject({ type: z.literal('Action.OpenUrl'), title: z.string(), url: z.url() });
export type Link = z.infer<typeof linkSchema>;
export const link = (url: string, title: string): Link => ({ type: 'Action.OpenUrl', title, url });

type Look = { title: string; style?: 'positive' | 'destructive'; overflow?: boolean };

/**
 * The whole Action.Execute of a button, with the Action.Submit that clients without Universal Actions fall back to.
 * A verb that takes nothing typed does not make the person fill in the card's form first.
 */
export function button<V extends Verb>(verb: V, fixed: Fixed<V>, { title, style, overflow }: Look): Button {
  const data = actions[verb].fixed.parse(fixed);
  const shared = {
    title,
    ...(style && { style }),
    ...(overflow && { mode: 'secondary' }),
    ...(Object.keys(actions[verb].typed.shape).length === 0 && { associatedInputs: 'none' }),
  };
  return {
    type: 'Action.Execute',
    verb,
    data,
    ...shared,
    fallback: { type: 'Action.Submit', ...shared, data: { ...data, verb } },
  };
}

/** A button as it stands in sight, also where it was made to stand behind the three dots. */
export function inSight({ mode: _, ...shown }: Button): Button {
  const { mode: __, ...fallback } = (typeof shown.fallback === 'object' && shown.fallback ? shown.fallback : {}) as {
    mode?: unknown;
  };
  return { ...shown, fallback };
}

/** A button as it stands behind the three dots. */
export const behindDots = (shown: Button): Button => ({
  ...shown,
  mode: 'secondary',
  fallback: { ...(typeof shown.fallback === 'object' && shown.fallback), mode: 'secondary' },
});
