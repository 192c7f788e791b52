import { createServer } from 'node:net';
import { playgroundConfig } from '../bot/cli/playground-config.ts';
import { refuseTakenPorts } from '../bot/cli/ports.ts';
import { type DemoRole, demoPeople, demoTeam, demoTenantId, played } from '../services/demo/people.ts';

const roles: DemoRole[] = ['teacher', 'specialist', 'hub-lead', 'coordinator'];
const configs = roles.map(playgroundConfig);

test('When people sit down at their Playgrounds, each is who the demo says they are', () => {
  expect(configs.map(({ tenantId, currentUser }) => [tenantId, currentUser.aadObjectId, currentUser.name])).toEqual(
    roles.map((role) => [demoTenantId, played[role].objectId, played[role].name]),
  );
});

test('When a Playground counts who else is there, they are five, and nobody is there twice', () => {
  for (const { currentUser, users } of configs) {
    expect(users).toHaveLength(5);
    expect(new Set([currentUser, ...users].map(({ id }) => id)).size).toBe(6);
  }
});

test('When the chats and channels of all Playgrounds are put together, no two have one id', () => {
  const ids = configs.flatMap(({ personalChat, groupChat, team }) => [
    personalChat.id,
    groupChat.id,
    team.id,
    ...team.channels.map(({ id }) => id),
  ]);
  expect(new Set(ids).size).toBe(ids.length);
});

test('When the hub’s channels are looked for, only the hub lead has them', () => {
  const [{ team } = { team: undefined }] = configs.filter((config) => config.team.id === demoTeam.id);
  expect(team).toBe(configs[roles.indexOf('hub-lead')]?.team);
  expect(demoTeam.cohortChannel.conversationId).toBe(team?.id);
  expect(team?.channels).toEqual([{ id: demoTeam.leadsChannel.conversationId, name: 'Hub leads' }]);
});

test('When the demo is counted, it has the people it promises', () => {
  const count = (role: DemoRole) => demoPeople.filter((person) => person.role === role).length;
  expect(roles.map(count)).toEqual([3, 6, 1, 1]);
  expect(new Set(demoPeople.map(({ objectId }) => objectId)).size).toBe(demoPeople.length);
  const schools = demoPeople.filter(({ role }) => role === 'specialist').map(({ school }) => school);
  expect(new Set(schools).size).toBe(4);
});

test('When a port is taken, it is named', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await expect(refuseTakenPorts([port])).rejects.toThrow(`port ${port}`);
  await new Promise((resolve) => server.close(resolve));
  await expect(refuseTakenPorts([port])).resolves.toBeUndefined();
});
