/**
 * The cast of the demo hub, none of them real. Both sides of `npm run dev` read it: the demo data that the store is
 * filled with, and the local Teams clients through which one plays these people.
 */

/** What somebody is in the demo. Only the first three belong to the hub or apply to it. */
export type DemoRole = 'teacher' | 'specialist' | 'hub-lead' | 'coordinator';

export type DemoPerson = {
  /** The account's Entra object id: with `demoTenantId` it says who is asking. */
  objectId: string;
  name: string;
  role: DemoRole;
  school?: string;
};

export const demoTenantId = 'd0000000-0000-4000-8000-000000000000';

/** Its local authorities are two of the three in the made-up register: a school of North Mockland suggests no hub. */
export const demoHub = { id: 'demo', name: 'Demo Maths Hub', authorities: ['Demoshire', 'Mockland'] };

/** Whom one can play: each has a Teams client of their own. */
export const played = {
  teacher: person(1, 'Tess Okafor', 'teacher', 'Ashdown Academy'),
  specialist: person(11, 'Ana Kowalska', 'specialist', 'Beckside School'),
  'hub-lead': person(21, 'Helen Marsh', 'hub-lead'),
  coordinator: person(31, 'Colin Adeyemi', 'coordinator'),
} satisfies Record<DemoRole, DemoPerson>;

/** Everybody: three teachers, six specialists in four schools, the hub lead and the coordinator. */
export const demoPeople: DemoPerson[] = [
  played.teacher,
  person(2, 'Imran Siddiqui', 'teacher', 'Ashdown Academy'),
  person(3, 'Rosie Tanner', 'teacher', 'Castle Hill High School'),
  played.specialist,
  person(12, 'Ben Carter', 'specialist', 'Beckside School'),
  person(13, 'Grace Mensah', 'specialist', 'Castle Hill High School'),
  person(14, 'Owen Price', 'specialist', 'Castle Hill High School'),
  person(15, 'Priya Nair', 'specialist', 'Deepdale Free School'),
  person(16, 'Sam Whitlock', 'specialist', 'Eastgate Community School'),
  played['hub-lead'],
  played.coordinator,
];

/** The hub's team. Its General channel, which goes by the id of the team, is the cohort's; the other is the leads'. */
export const demoTeam = {
  id: '19:demo-hub@thread.tacv2',
  groupId: 'd0000000-0000-4000-8000-000000000100',
  cohortChannel: { conversationId: '19:demo-hub@thread.tacv2' },
  leadsChannel: { conversationId: '19:demo-hub-leads@thread.tacv2', name: 'Hub leads' },
};

/** The port of each local Teams client. */
export const playgroundPorts: Record<DemoRole, number> = {
  teacher: 56150,
  specialist: 56151,
  'hub-lead': 56152,
  coordinator: 56153,
};

/** Where the bot writes to somebody who is played, and, at the hub lead's, to the hub's channels. */
export const demoServiceUrl = (role: DemoRole) => `http://127.0.0.1:${playgroundPorts[role]}/_connector`;

function person(number: number, name: string, role: DemoRole, school?: string): DemoPerson {
  const objectId = `d0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return { objectId, name, role, ...(school && { school }) };
}
