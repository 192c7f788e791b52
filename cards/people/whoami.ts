import { button } from '../actions.ts';
import { definePage } from '../page.ts';

type WhoAmI = { name: string; roles: string[]; tenantId: string; objectId: string };

/** Who the bot takes this person for, and the ids an administrator asks for. */
export const whoami = definePage<WhoAmI>({
  page: ({ name, roles, tenantId, objectId }) => ({
    where: 'You, as I know you',
    headline: 'This is who I take you for',
    rows: [
      { label: 'Name', value: name },
      { label: 'What you are here', value: roles.length > 0 ? roles.join('\n') : 'Teacher' },
      { label: 'Your organisation’s tenant id', value: tenantId },
      { label: 'Your object id', value: objectId },
    ],
    footnote: 'More than one account? Type “link another account”. Not right? Tell your hub lead.',
    actions: [
      button('help.open', {}, { title: 'What I can do' }),
      button('hubs.contacts', {}, { title: 'Reach a person' }),
    ],
  }),
  sample: {
    name: 'Tess Okafor',
    roles: ['Lead of Demo Maths Hub'],
    tenantId: '00000000-0000-4000-8000-000000000001',
    objectId: '00000000-0000-4000-8000-000000000002',
  },
});
