import {
  type DemoPerson,
  type DemoRole,
  demoHub,
  demoPeople,
  demoTeam,
  demoTenantId,
  played,
} from '../../services/demo/people.ts';

/** What the bot is called in the Playground: one mentions it by this name. */
export const botName = 'Specialist Bot';

/**
 * What one Playground is told: who sits at it, and which chats, team and channels there are. Every Playground is a
 * Teams of its own, so no two may name the same chat or channel; the hub's team is the hub lead's.
 */
export function playgroundConfig(role: DemoRole) {
  return {
    version: '0.1.1',
    tenantId: demoTenantId,
    bot: { id: '28:specialist-bot', name: botName },
    currentUser: userFrom(played[role]),
    users: companyOf(played[role]).map(userFrom),
    personalChat: { id: `a:${role}` },
    groupChat: { id: `19:${role}-group@thread.v2`, name: 'Group chat' },
    team: teamOf(role),
  };
}

/** The Playground wants exactly five people beside the one who sits at it. */
function companyOf(person: DemoPerson): DemoPerson[] {
  return demoPeople.filter((one) => one !== person && one.role !== 'teacher').slice(0, 5);
}

function teamOf(role: DemoRole) {
  if (role === 'hub-lead') {
    const { id, groupId, leadsChannel } = demoTeam;
    const channels = [{ id: leadsChannel.conversationId, name: leadsChannel.name }];
    return { id, name: demoHub.name, aadGroupId: groupId, channels };
  }
  const id = `19:${role}-school@thread.tacv2`;
  return { id, name: 'Another team', aadGroupId: demoTeam.groupId, channels: [] };
}

function userFrom({ objectId, name }: DemoPerson) {
  const [givenName = '', surname = ''] = name.split(' ');
  const email = `${givenName}.${surname}@demohub.example`.toLowerCase();
  const id = `29:${givenName}-${surname}`.toLowerCase();
  return { id, name, userPrincipleName: email, aadObjectId: objectId, givenName, surname, email };
}
