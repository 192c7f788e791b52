import type { Verb } from '../cards/actions.ts';
import { demoTeam } from '../services/demo/people.ts';
import { channel, type Place, type TeamsPerson, team } from './support/activities.ts';
import { demoPerson, type Seen, startBot, stopBots, stranger, type TestBot, textOf } from './support/bot.ts';
import { apply, codeIn } from './support/flows.ts';

afterEach(stopBots);

const people = {
  teacher: stranger('Tim Teacher'),
  specialist: demoPerson('Ben'),
  lead: demoPerson('Helen'),
  'lead of another hub': stranger('Gwen Elsewhere'),
  coordinator: demoPerson('Colin'),
} satisfies Record<string, TeamsPerson>;
type Who = keyof typeof people;

const everybody = Object.keys(people) as Who[];
const leadOnly: Who[] = ['lead'];
const runsHub: Who[] = ['lead', 'coordinator'];
const anyLead: Who[] = ['lead', 'lead of another hub', 'coordinator'];
const coordinatorOnly: Who[] = ['coordinator'];

const secret = 'Asha Private';
const ana = demoPerson('Ana').aadObjectId;
const hub = { hubId: 'demo' };
const about = { ...hub, personId: ana };
const op = 'forged';
/** The question that a teacher of the demo hub has asked. */
const asked = { ...hub, questionId: 'filled in below' };
const application = { ...hub, applicationId: 'filled in below' };
const declined = { reason: 'fit', words: 'Forged' };
/** The application of somebody else. */
const own = { cohort: '10', applicationId: 'filled in below' };
const draft = { op, cohort: '10', version: 1 };
const hubTyped = { name: 'Forged', contact: '', opens: '', closes: '', quota: '' };

type Case = { may: Who[]; data?: object; where?: Place };
const inChannel: Place = channel(team('Demo'), 'Plans');
const inLeadsChannel: Place = {
  kind: 'channel',
  team: { id: demoTeam.id, name: 'Demo', aadGroupId: demoTeam.groupId },
  channel: { id: demoTeam.leadsChannel.conversationId },
};

/**
 * Every button, pressed by everybody with ids typed into its data, about the demo hub, its specialist Ana and an
 * application to it. `everybody`: what is shown or done is only ever the presser's own.
 */
const verbs: Record<Verb, Case> = {
  'help.open': { may: everybody },
  'next.open': { may: everybody },
  'hubs.contacts': { may: everybody },
  'hubs.about': { may: everybody, data: hub },
  'questions.topic': { may: everybody, data: { topic: 'days' } },
  'eligibility.open': { may: everybody },
  'eligibility.check': { may: everybody, data: { known: {}, about: 'self' } },
  'eligibility.answer': { may: everybody, data: { known: {}, about: 'self', criterion: 'qts', answer: 'yes' } },
  'eligibility.forget': { may: everybody },
  'application.open': { may: everybody },
  'application.show': { may: everybody },
  'application.link': { may: everybody },
  'application.new-link': { may: everybody, data: { op, cohort: '10' } },
  'application.step': { may: everybody, data: { cohort: '10', step: 'why' } },
  'application.save-you': { may: everybody, data: { ...draft, go: 'next', name: 'Forged' } },
  'application.save-school': { may: everybody, data: { ...draft, go: 'find', search: 'ashdown' } },
  'application.save-why': { may: everybody, data: { ...draft, go: 'later', why: 'Forged' } },
  'application.use-heard': { may: everybody, data: { op, cohort: '10' } },
  'application.hear-again': { may: everybody, data: { cohort: '10' } },
  'application.submit': { may: everybody, data: draft },
  'application.deleting': { may: everybody, data: { cohort: '10' } },
  'application.delete': { may: everybody, data: draft },
  'application.edit': { may: everybody, data: own },
  'application.accept': { may: everybody, data: { op, ...own } },
  'application.turning-down': { may: everybody, data: own },
  'application.turn-down': { may: everybody, data: { op, ...own, seen: 1 } },
  'application.withdrawing': { may: everybody, data: own },
  'application.withdraw': { may: everybody, data: { op, ...own, seen: 1 } },
  'application.moving': { may: everybody },
  'application.move': { may: everybody, data: { op, cohort: '10', to: 'glow' } },
  'accounts.open': { may: everybody },
  'accounts.code': { may: everybody, data: { op } },
  'accounts.join': { may: everybody, data: { code: 'ABCDEFGHJKMN' } },
  'accounts.revoke': { may: everybody, data: { tenantId: demoPerson('Ana').tenantId, objectId: ana } },
  'school.open': { may: everybody },
  'school.save': { may: everybody, data: { op, school: '' } },
  'applications.open': { may: ['lead', 'lead of another hub', 'coordinator'] },
  'applications.counts': { may: ['lead', 'lead of another hub', 'coordinator'] },
  'applications.from-digest': {
    may: leadOnly,
    data: { ...hub, cohort: '10', day: '2026-03-03', from: '', through: '2026-03-03T08:00:00.000Z' },
    where: inLeadsChannel,
  },
  'applications.export': { may: leadOnly, data: { ...hub, format: 'xlsx' } },
  'applications.list': { may: leadOnly, data: hub },
  'applications.view': { may: leadOnly, data: application },
  'applications.filter': { may: leadOnly, data: { ...hub, state: 'reserve' } },
  'notes.write': { may: leadOnly, data: application },
  'notes.add': { may: leadOnly, data: { op, ...application, note: 'Forged' } },
  'opinions.write': { may: leadOnly, data: application },
  'opinions.give': { may: leadOnly, data: { op, ...application, view: 'yes', words: '' } },
  'decisions.open': { may: leadOnly, data: application },
  'decisions.ask': { may: leadOnly, data: { ...application, event: 'decline' } },
  'decisions.keep': { may: leadOnly, data: { op, ...application, seen: 1, event: 'decline', ...declined } },
  'decisions.make': { may: leadOnly, data: { op, ...application, seen: 1, event: 'decline', ...declined } },
  'staged.list': { may: leadOnly, data: hub },
  'staged.drop': { may: leadOnly, data: { op, ...application, kept: '2026-03-02T10:00:00.000Z' } },
  'staged.ask': { may: leadOnly, data: hub },
  'staged.release': { may: leadOnly, data: { op, ...hub, cohort: '10', seen: 'forged' } },
  'staged.cancel': { may: leadOnly, data: { op, ...hub, cohort: '10' } },
  'reserve.list': { may: leadOnly, data: hub },
  'reserve.move': { may: leadOnly, data: { op, ...application, cohort: '10', to: 'up', seen: 1 } },
  'conflicts.mark': { may: leadOnly, data: { op, ...application, knows: true } },
  'deciding.open': { may: leadOnly, data: hub },
  'deciding.save': {
    may: leadOnly,
    data: { op, ...hub, cohort: '10', seen: 'x', offerDays: '12', criteria: 'Forged' },
  },
  'endorsement.open': { may: leadOnly, data: { ...hub, applicationId: 'filled in below' } },
  'endorsement.link': { may: leadOnly, data: { ...hub, applicationId: 'filled in below' } },
  'endorsement.new-link': { may: leadOnly, data: { op, ...hub, applicationId: 'filled in below' } },
  'endorsement.record': { may: leadOnly, data: { ...hub, applicationId: 'filled in below' } },
  'endorsement.save': {
    may: leadOnly,
    data: { op, ...hub, applicationId: 'filled in below', seen: 1, name: 'Forged', role: 'Head', words: 'Email' },
  },
  'endorsement.check': { may: leadOnly, data: { op, ...hub, applicationId: 'filled in below', seen: 1 } },
  'hubs.texts': { may: runsHub, data: hub },
  'hubs.save-texts': { may: runsHub, data: { op, ...hub, contact: 'x', commitments: '', privacy: '' } },
  'leads.open': { may: runsHub, data: hub },
  'leads.code': { may: runsHub, data: { op, ...hub } },
  'channels.open': { may: leadOnly, data: hub, where: inChannel },
  'channels.check': { may: leadOnly, data: hub, where: inChannel },
  'channels.link': { may: leadOnly, data: { ...hub, use: 'cohort' }, where: inChannel },
  'channels.unlink': { may: leadOnly, where: inLeadsChannel },
  'people.show': { may: ['lead', 'lead of another hub'] },
  'people.open': { may: leadOnly, data: hub },
  'people.view': { may: leadOnly, data: about },
  'people.code': { may: leadOnly, data: { op, ...about } },
  'people.codes': { may: leadOnly, data: { op, ...hub } },
  'people.import': { may: leadOnly, data: hub },
  'people.check': { may: leadOnly, data: { ...hub, rows: 'name,email\nA,a@b.example' } },
  'people.preview': { may: leadOnly, data: { ...hub, draft: 'none' } },
  'people.take': { may: leadOnly, data: { op, ...hub, draft: 'none' } },
  'people.school': { may: leadOnly, data: about },
  'people.school-save': { may: leadOnly, data: { op, ...about, school: 'Forged School' } },
  'people.moving': { may: runsHub, data: about },
  'on-behalf.open': { may: leadOnly, data: hub },
  'on-behalf.find': { may: leadOnly, data: { ...hub, name: 'Forged', email: 'forged@school.example' } },
  'on-behalf.form': { may: leadOnly, data: about },
  'on-behalf.submit': { may: leadOnly, data: { op, cohort: '10', ...about } },
  'on-behalf.code': { may: leadOnly, data: { op, ...hub, applicationId: 'filled in below' } },
  'unreached.open': { may: leadOnly, data: hub },
  'unreached.view': { may: leadOnly, data: { ...hub, messageId: 'message:none' } },
  'unreached.told': { may: leadOnly, data: { op, ...hub, messageId: 'message:none' } },
  'learning.judge': { may: everybody, data: { op, topic: 'cost', right: true } },
  'learning.insights': { may: anyLead },
  'learning.unanswered': { may: anyLead },
  'learning.export': { may: anyLead, data: { month: '2026-03' } },
  'hub-questions.form': { may: everybody },
  'hub-questions.send': { may: everybody, data: { op, text: '' } },
  'hub-questions.elsewhere': { may: everybody, data: { op, text: 'Is it online?' } },
  'hub-questions.ask': { may: everybody, data: { op: 'forged ask', text: 'Is it online?', named: true } },
  'hub-questions.choose': { may: everybody, data: { op, text: 'Is it online?', named: true, hub: '' } },
  'hub-questions.find': { may: everybody, data: { op, text: 'Is it online?', named: true, search: 'x' } },
  'hub-questions.mine': { may: everybody },
  'hub-questions.own': { may: everybody, data: asked },
  'hub-questions.take-back': { may: everybody, data: { op, ...asked } },
  'hub-questions.show': { may: ['lead', 'lead of another hub'] },
  'hub-questions.list': { may: leadOnly, data: hub },
  'hub-questions.view': { may: leadOnly, data: asked },
  'hub-questions.claim': { may: leadOnly, data: { op, ...asked } },
  'hub-questions.release': { may: leadOnly, data: { op, ...asked } },
  'hub-questions.decline': { may: leadOnly, data: { op, ...asked } },
  'hub-questions.write': { may: leadOnly, data: asked },
  'hub-questions.answer': { may: leadOnly, data: { op, ...asked, version: 0, answer: 'Forged' } },
  'hub-answers.open': { may: leadOnly, data: hub },
  'hub-answers.keep': { may: leadOnly, data: asked },
  'hub-answers.change': { may: leadOnly, data: { ...hub, answerId: 'none' } },
  'hub-answers.save': { may: leadOnly, data: { op, ...hub, question: 'Forged?', answer: 'Forged' } },
  'hub-answers.adopt': { may: leadOnly, data: { ...hub, answerId: 'none' } },
  'hub-answers.remove': { may: leadOnly, data: { ...hub, answerId: 'none' } },
  'hub-answers.remove-now': { may: leadOnly, data: { op, ...hub, answerId: 'none' } },
  'set-up.open': { may: coordinatorOnly },
  'hubs.edit': { may: coordinatorOnly, data: hub },
  'hubs.save': { may: coordinatorOnly, data: { op, ...hub, cohort: '10', ...hubTyped } },
  'hubs.new': { may: coordinatorOnly },
  'hubs.add': { may: coordinatorOnly, data: { op, ...hubTyped } },
  'hubs.import': { may: coordinatorOnly },
  'hubs.starting': { may: coordinatorOnly },
  'hubs.preview': { may: coordinatorOnly, data: { csv: 'name\nForged Too' } },
  'hubs.import-all': { may: coordinatorOnly, data: { op, csv: 'name\nForged Three' } },
  'hubs.closed': { may: coordinatorOnly },
  'hubs.reopen': { may: coordinatorOnly, data: { op, ...hub } },
  'hubs.end': { may: coordinatorOnly, data: hub },
  'hubs.end-check': { may: coordinatorOnly, data: { ...hub, into: 'glow' } },
  'cohort.open': { may: coordinatorOnly },
  'cohort.save': {
    may: coordinatorOnly,
    data: { op, cohort: '10', name: '10', yearOneFrom: '', yearOneTo: '', yearTwoTo: '' },
  },
  'cohort.start': {
    may: coordinatorOnly,
    data: { op, cohort: '10', name: '11', yearOneFrom: '', yearOneTo: '', yearTwoTo: '' },
  },
  'tenants.open': { may: coordinatorOnly },
  'tenants.admit': { may: coordinatorOnly, data: { tenant: '*' } },
  'tenants.remove': { may: coordinatorOnly, data: { tenant: '00000000-0000-4000-8000-000000000009' } },
  // Last: after these the world is another.
  'people.move': { may: runsHub, data: { op, ...about, to: 'glow' } },
  'leads.remove': { may: runsHub, data: { op, ...hub, personId: people.lead.aadObjectId } },
  'hubs.end-now': { may: coordinatorOnly, data: { op, ...hub, into: 'glow' } },
};

/** What somebody hears who may not: a sentence, no card. */
const isRefusal = ({ text = '' }: Seen) => text.startsWith('Only ');

async function world() {
  const bot = await startBot();
  const { coordinator } = people;
  const csv = 'name,opens,closes,quota\nGLOW,2026-02-01,2026-04-01,5';
  await bot.execute(coordinator, 'card', 'hubs.import-all', { op: 'glow', csv });
  const code = codeIn(await bot.execute(coordinator, 'card', 'leads.code', { op: 'gwen', hubId: 'glow' }));
  await bot.say(people['lead of another hub'], code);
  await apply(bot, stranger(secret), { name: secret, email: 'asha.private@school.example' });
  for (const who of Object.values(people)) await bot.say(who, 'help');
  const question = { op: 'asks', text: `${secret} asks whether it is online`, named: true };
  await bot.execute(stranger(secret), 'card', 'hub-questions.ask', question);
  await bot.deliver();
  const [application] = await bot.records('hub:demo', 'application');
  const applicationId = String(application?.id).slice('application:'.length);
  const [asks] = await bot.records('hub:demo', 'hub-question');
  const questionId = String(asks?.id).slice('hub-question:'.length);
  const known = { applicationId, questionId };
  return {
    bot,
    dataOf: (data: object) =>
      Object.fromEntries(Object.entries(data).map(([key, value]) => [key, known[key as keyof typeof known] ?? value])),
  };
}

function countCommits(bot: TestBot): () => number {
  const { commit } = bot.store;
  let commits = 0;
  bot.store.commit = (partition, changes) => {
    commits++;
    return commit(partition, changes);
  };
  return () => commits;
}

test('When anybody presses a button that is not theirs, with ids typed into its data, nothing is written and nothing about others is shown', async () => {
  const { bot, dataOf } = await world();
  const commits = countCommits(bot);
  const wrong: string[] = [];
  for (const [verb, { may, data = {}, where }] of Object.entries(verbs)) {
    for (const who of everybody.filter((one) => !may.includes(one))) {
      const before = commits();
      const seen = await bot.execute(people[who], 'card', verb, dataOf(data), where);
      const text = textOf(seen);
      if (commits() > before) wrong.push(`${verb} by a ${who} wrote`);
      if (text.includes('Asha') || text.includes('Ana Kowalska'))
        wrong.push(`${verb} told a ${who} of others: ${text}`);
      if (!isRefusal(seen)) wrong.push(`${verb} did not refuse a ${who}: ${text}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('When somebody presses what everybody may, they see and change nothing of anybody else', async () => {
  const { bot, dataOf } = await world();
  const shared = Object.entries(verbs).filter(([, { may }]) => may === everybody);
  for (const [verb, { data = {} }] of shared) {
    const text = textOf(await bot.execute(people.teacher, 'card', verb, dataOf(data)));
    expect(text).not.toMatch(/Asha|Ana Kowalska|Something went wrong/);
  }
  const members = await bot.records('hub:demo', 'member');
  expect(members).toHaveLength(7);
  expect(await bot.records('hub:demo', 'application')).toHaveLength(1);
});

test('When those press who may, they are not refused', async () => {
  const wrong: string[] = [];
  for (const who of everybody) {
    const { bot, dataOf } = await world();
    for (const [verb, { may, data = {}, where }] of Object.entries(verbs)) {
      if (!may.includes(who)) continue;
      const seen = await bot.execute(people[who], 'card', verb, dataOf(data), where);
      const text = textOf(seen);
      if (isRefusal(seen) || text.includes('went wrong') || text.includes('out of date'))
        wrong.push(`${verb} refused a ${who}: ${text}`);
    }
  }
  expect(wrong).toEqual([]);
});
