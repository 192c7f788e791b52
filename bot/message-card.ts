import { randomUUID } from 'node:crypto';
import { applicationNews } from '../cards/applications/application-news.ts';
import { decisionsLeft } from '../cards/applications/decisions-left.ts';
import { decisionsReleased } from '../cards/applications/decisions-released.ts';
import { applicationsDigest } from '../cards/applications/digest.ts';
import { draftReminder } from '../cards/applications/draft-reminder.ts';
import { doneForYou } from '../cards/applications/on-behalf.ts';
import { placeLeft } from '../cards/applications/place-left.ts';
import { applicationReminder } from '../cards/applications/reminders.ts';
import type { Card } from '../cards/card.ts';
import { channelLost, channelRenamed } from '../cards/channels/channel-news.ts';
import { welcome } from '../cards/help/welcome.ts';
import { leadsQuestion as questionCard, questionGone } from '../cards/hub-questions/leads-question.ts';
import { ownQuestion } from '../cards/hub-questions/own-question.ts';
import { accountAdded } from '../cards/people/accounts.ts';
import { movedHub } from '../cards/people/move-hub.ts';
import { hubOpenAgain } from '../cards/set-up/hub-open-again.ts';
import { applicationAt, openApplicationAt, openApplicationRecord } from '../services/applications/application.ts';
import { applicationNow } from '../services/applications/application-now.ts';
import { digestOf } from '../services/applications/digest-of.ts';
import { draftAt } from '../services/applications/draft.ts';
import { stillWaitsFor } from '../services/applications/due.ts';
import { hasEnded } from '../services/applications/has-ended.ts';
import { ownApplicationId } from '../services/applications/look.ts';
import { placesAt, takenPlaces } from '../services/applications/places.ts';
import { releaseAt } from '../services/applications/release.ts';
import { takesPlace } from '../services/applications/states.ts';
import type { Clock } from '../services/clock.ts';
import type { Content } from '../services/delivery/message.ts';
import { hubQuestionAt } from '../services/hub-questions/hub-question.ts';
import { leadsQuestion } from '../services/hub-questions/leads-questions.ts';
import { channelAt, channelName, hubAt, hubIdOf, memberAt, rolesIn } from '../services/people/hub.ts';
import { portraitOf } from '../services/people/next-steps.ts';
import type { Person } from '../services/people/person.ts';
import { heirOf, programme } from '../services/people/programme.ts';
import { standingOf } from '../services/people/standing.ts';
import { leadName } from '../services/people/who-in-hub.ts';
import { read, readPage } from '../services/store/record.ts';
import type { Store } from '../services/store/store.ts';
import { accountName } from './actor.ts';

type Sources = { store: Store; clock: Clock; coordinators: ReadonlySet<string> };

/**
 * The card for a message, worded from the records as they stand: the one source of what is sent and of what a lead may
 * copy into an e-mail. Undefined when the records it is about are gone, `on-its-way` while they are between two hubs.
 */
export async function cardFor(
  sources: Sources,
  content: Content,
  person: Person | undefined,
): Promise<Card | 'on-its-way' | undefined> {
  const { store } = sources;
  switch (content.kind) {
    case 'welcome':
      return person && welcomeFor(sources, person);
    case 'channel-lost': {
      const hub = await read(store, hubAt(content.hubId));
      const channel = await read(store, channelAt(content.hubId, content.use));
      // Linked again meanwhile, or another in its place: it is no news any more.
      if (!hub || !channel?.gone || channel.link !== content.link) return undefined;
      return channelLost({ hubName: hub.name, use: content.use, how: content.how, name: channelName(channel) });
    }
    case 'channel-renamed': {
      const hub = await read(store, hubAt(content.hubId));
      const channel = await read(store, channelAt(content.hubId, content.use));
      if (!hub || !channel?.name || channel.gone || channel.link !== content.link) return undefined;
      return channelRenamed({ hubName: hub.name, use: content.use, name: channel.name });
    }
    case 'account-linked':
      return accountAdded({});
    case 'hub-open-again': {
      const { hubs } = await programme({ store }, []);
      const hub = hubs.find(({ id }) => id === content.hubId);
      // Ended since: it is no news any more.
      return hub && hubOpenAgain({ hubId: hub.id, hubName: hub.name });
    }
    case 'moved-hub': {
      const hub = await read(store, hubAt(content.hubId));
      const held = person && (await heldOf(store, content.hubId, person));
      // Moved on since: it is no news any more.
      if (!hub || !held) return undefined;
      return movedHub({ hubName: hub.name, contact: hub.contact, ...held });
    }
    case 'done-for-you': {
      const hub = await read(store, hubAt(content.hubId));
      const by = await leadName({ store }, content.hubId, content.by);
      return hub && doneForYou({ hubName: hub.name, contact: hub.contact, by, submittedAt: content.at });
    }
    case 'hub-question': {
      const shown = await leadsQuestion({ store }, await programme({ store }, []), content);
      if (!shown || (person && !(await isLead(store, shown.hubId, person)))) return undefined;
      const { again = false } = content;
      return questionCard({ ...shown, op: randomUUID(), again, personal: person !== undefined, message: '' });
    }
    case 'hub-question-gone': {
      const hub = await hubOrHeir(store, content.hubId);
      return hub && questionGone({ hubName: hub.name });
    }
    case 'hub-answer': {
      const { hubId, questionId, version } = content;
      const [hub, question] = await Promise.all([
        hubOrHeir(store, hubId),
        read(store, hubQuestionAt(hubId, questionId)),
      ]);
      // Another wording follows in a message of its own.
      if (!hub || !question || (question.answer?.version ?? 0) !== version) return undefined;
      const { name: hubName, contact } = hub;
      return ownQuestion({ op: randomUUID(), hubId, questionId, hubName, contact, question });
    }
    case 'application-news': {
      const now = await applicationNow({ store }, content, person?.person ?? '');
      if (now?.kind !== 'found') return now?.kind;
      const { hub, hubId, application } = now;
      return applicationNews({ hub, hubId, application, news: content.news });
    }
    case 'application-reminder': {
      const now = await applicationNow({ store }, content, person?.person ?? '');
      if (now?.kind !== 'found') return now?.kind;
      const { rule } = content;
      // Done meanwhile: there is nothing to be reminded of.
      if (!stillWaitsFor(now.application, rule)) return undefined;
      const { cohort, answers, offer } = now.application;
      const { name: hubName, contact } = now.hub;
      return applicationReminder({
        hubName,
        contact,
        cohort,
        rule,
        headteacher: answers.headteacher,
        until: offer?.until,
      });
    }
    case 'draft-reminder': {
      const draft = person && (await read(store, draftAt(person.person ?? '', content)));
      const hub = draft?.hubId ? await read(store, hubAt(draft.hubId)) : undefined;
      const closes = hub?.cohorts[content.cohort]?.closes;
      const applied = draft && (await read(store, openApplicationAt(draft.person ?? '', content.cohort)));
      const { cohort } = await programme({ store }, []);
      // Sent or gone meanwhile, another in its place, another cohort begun, or a lead has applied for them: nothing to say.
      if (cohort !== content.cohort || !draft?.reminded || !hub || !closes) return undefined;
      if (applied && !(await hasEnded({ store }, applied))) return undefined;
      return draftReminder({ cohort: content.cohort, hubName: hub.name, closes });
    }
    case 'applications-digest': {
      if (person && !(await isLead(store, content.hubId, person))) return undefined;
      const { kind: _, ...about } = content;
      const digest = await digestOf({ store }, about, person?.person);
      return digest && applicationsDigest({ ...digest, about });
    }
    case 'decisions-left': {
      const { hubId, cohort, op } = content;
      if (person && !(await isLead(store, hubId, person))) return undefined;
      const [hub, release] = await Promise.all([hubOrHeir(store, hubId), read(store, releaseAt(hubId, cohort))]);
      // Released again meanwhile: that one has its own.
      if (!hub || release?.op !== op) return undefined;
      const own = person && (await ownApplicationId({ store }, { personId: person.person ?? '' }, cohort));
      const left = release.left.filter(({ applicationId }) => applicationId !== own);
      if (left.length === 0) return undefined;
      const { name: hubName } = hub;
      return decisionsLeft({ hubId: hubIdOf(hub), hubName, cohort, left, personal: person !== undefined });
    }
    case 'place-left': {
      const { hubId, cohort } = content;
      if (person && !(await isLead(store, hubId, person))) return undefined;
      const places = await read(store, placesAt(hubId, cohort));
      const own = person && (await ownApplicationId({ store }, { personId: person.person ?? '' }, cohort));
      const hub = await read(store, hubAt(hubId));
      // Offered meanwhile, or nobody is left to offer it to. A reserve who is a lead does not learn where they stand.
      const isFree = takenPlaces(places) < (hub?.cohorts[cohort]?.quota ?? 0) && places?.reserve.length;
      if (!hub || !isFree || (own && places.reserve.includes(own))) return undefined;
      return placeLeft({ hubId, hubName: hub.name, cohort, personal: person !== undefined });
    }
    case 'decisions-released': {
      const { hubId, cohort, askedAt, outcome } = content;
      const hub = await read(store, hubAt(hubId));
      if (!hub || !person || !(await isLead(store, hubId, person))) return undefined;
      return decisionsReleased({ hubId, hubName: hub.name, cohort, askedAt, outcome });
    }
  }
}

/** A hub, or the one it was merged into. */
async function hubOrHeir(store: Store, hubId: string) {
  return read(store, hubAt(heirOf(await programme({ store }, []), hubId)));
}

/** Whether somebody leads a hub, or the one it was merged into. */
async function isLead(store: Store, hubId: string, { person = '' }: Person): Promise<boolean> {
  const member = await read(store, memberAt(heirOf(await programme({ store }, []), hubId), person));
  return member?.roles.includes('lead') ?? false;
}

/** What a hub holds of somebody, and which other one keeps their place; undefined where it holds nothing. */
async function heldOf(store: Store, hubId: string, { partition, person = '' }: Person) {
  const [member, applications] = await Promise.all([
    read(store, memberAt(hubId, person)),
    readPage(store, openApplicationRecord, partition, { limit: 20 }),
  ]);
  const application = applications.some((open) => open.hubId === hubId);
  if (!member && !application) return undefined;
  const days = member?.roles.includes('specialist') ?? false;
  const elsewhere = applications.filter((open) => open.hubId !== hubId);
  const kept = await Promise.all(elsewhere.map((open) => read(store, applicationAt(open.hubId, open.applicationId))));
  const place = kept.find((one) => one && takesPlace(one.state));
  const keeper = place && (await read(store, hubAt(hubIdOf(place))));
  return { along: { application, days }, staysWith: keeper?.name };
}

async function welcomeFor({ store, clock, coordinators }: Sources, person: Person): Promise<Card> {
  const personId = person.person ?? '';
  const [hubs, settings] = await Promise.all([rolesIn({ store }, personId, person.memberOf), programme({ store }, [])]);
  const coordinator = person.accounts.some((account) => coordinators.has(accountName(account)));
  return welcome(portraitOf(await standingOf({ store, clock }, { personId, hubs, coordinator }, settings)));
}
