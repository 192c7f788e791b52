import { type Actor, can, type HubRole, type Permission, permissions } from '../services/access.ts';

/** Everybody who may ask, seen from hub A. */
const actors: Record<string, Actor> = {
  teacher: actor({}),
  specialist: actor({ A: ['specialist'] }),
  lead: actor({ A: ['lead'] }),
  'lead of another hub': actor({ B: ['lead'] }),
  'lead and specialist': actor({ A: ['lead', 'specialist'] }),
  coordinator: actor({}, true),
};

function actor(hubs: Record<string, HubRole[]>, coordinator = false): Actor {
  return { personId: 'me', name: 'Me', tenantId: 't', coordinator, hubs: new Map(Object.entries(hubs)) };
}

const everybody = Object.keys(actors);

/** Who may do what in hub A: about somebody else, and about themselves. */
const matrix: Record<Permission, { aboutAnother: string[]; aboutMe: string[] }> = {
  apply: { aboutAnother: everybody, aboutMe: everybody },
  'see-application': { aboutAnother: ['lead', 'lead and specialist'], aboutMe: everybody },
  'list-applications': { aboutAnother: ['lead', 'lead and specialist'], aboutMe: ['lead', 'lead and specialist'] },
  'decide-applications': { aboutAnother: ['lead', 'lead and specialist'], aboutMe: ['lead', 'lead and specialist'] },
  'own-application': { aboutAnother: [], aboutMe: everybody },
  'manage-leads': {
    aboutAnother: ['lead', 'lead and specialist', 'coordinator'],
    aboutMe: ['lead', 'lead and specialist', 'coordinator'],
  },
  'link-channels': { aboutAnother: ['lead', 'lead and specialist'], aboutMe: ['lead', 'lead and specialist'] },
  'describe-hub': {
    aboutAnother: ['lead', 'lead and specialist', 'coordinator'],
    aboutMe: ['lead', 'lead and specialist', 'coordinator'],
  },
  'manage-people': { aboutAnother: ['lead', 'lead and specialist'], aboutMe: ['lead', 'lead and specialist'] },
  'act-for': { aboutAnother: ['lead', 'lead and specialist'], aboutMe: [] },
  'move-person': { aboutAnother: ['lead', 'lead and specialist', 'coordinator'], aboutMe: ['coordinator'] },
  'see-insights': {
    aboutAnother: ['lead', 'lead of another hub', 'lead and specialist', 'coordinator'],
    aboutMe: ['lead', 'lead of another hub', 'lead and specialist', 'coordinator'],
  },
  'ask-hub': { aboutAnother: everybody, aboutMe: everybody },
  'take-back-question': { aboutAnother: [], aboutMe: everybody },
  'answer-questions': { aboutAnother: ['lead', 'lead and specialist'], aboutMe: ['lead', 'lead and specialist'] },
  'run-programme': { aboutAnother: ['coordinator'], aboutMe: ['coordinator'] },
  'see-counts': {
    aboutAnother: ['lead', 'lead and specialist', 'coordinator'],
    aboutMe: ['lead', 'lead and specialist', 'coordinator'],
  },
};

const cases = permissions.flatMap((permission) => everybody.map((who) => [permission, who] as const));

test.each(cases)('%s by a %s', (permission, who) => {
  const asker = actors[who] ?? actor({});
  const { aboutAnother, aboutMe } = matrix[permission];
  expect(can(asker, permission, { hubId: 'A', personId: 'another' })).toBe(aboutAnother.includes(who));
  expect(can(asker, permission, { hubId: 'A', personId: 'me' })).toBe(aboutMe.includes(who));
});

test('Without a hub named, only what everybody may do and what concerns no hub is allowed to a lead', () => {
  const allowed = permissions.filter((permission) => can(actors.lead ?? actor({}), permission, {}));
  expect(allowed).toEqual(['apply', 'see-insights', 'ask-hub']);
});
