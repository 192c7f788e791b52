import { button } from '../actions.ts';
import { definePage } from '../page.ts';
import { shortened } from '../words.ts';

type WhoAmI = {
  name: string;
  roles: string[];
  hubs: { id: string; name: string }[];
  school: string | undefined;
  tenantId: string;
  objectId: string;
};

/** Who the bot takes this person for, and the ids an administrator asks for. */
export const whoami = definePage<WhoAmI>({
  page: ({ name, roles, hubs, school, tenantId, objectId }) => ({
    where: 'You, as I know you',
    headline: 'This is who I take you for',
    rows: [
      { label: 'Name', value: name },
      { label: 'What you are here', value: roles.join('\n') },
      {
        label: hubs.length > 1 ? 'Your hubs' : 'Your hub',
        value: hubs.map((hub) => hub.name).join('\n') || 'None yet. You choose one when you apply.',
      },
      { label: 'Your school', value: school ?? 'I do not know it.' },
      { label: 'Your organisation’s tenant id', value: tenantId },
      { label: 'Your object id', value: objectId },
    ],
    footnote: 'More than one account? Type “link another account”. Not right? Tell your hub lead.',
    actions: [
      button('next.open', {}, { title: 'What next' }),
      ...hubs
        .slice(0, 1)
        .map(({ id, name }) => button('hubs.about', { hubId: id }, { title: `About ${shortened(name, 30)}` })),
      button('school.open', {}, { title: 'I changed school' }),
      button('accounts.open', {}, { title: 'My accounts', overflow: true }),
      button('hubs.contacts', {}, { title: 'Reach a person', overflow: true }),
      button('help.open', {}, { title: 'What I can do', overflow: true }),
    ],
  }),
  sample: {
    name: 'Tess Okafor',
    roles: ['Lead of Demo Maths Hub'],
    hubs: [{ id: 'demo', name: 'Demo Maths Hub' }],
    school: 'Ashdown Academy',
    tenantId: '00000000-0000-4000-8000-000000000001',
    objectId: '00000000-0000-4000-8000-000000000002',
  },
});
