import { button } from '../actions.ts';
import { definePage } from '../page.ts';

/** Tells the coordinator who closed a hub that it is open again, because somebody was on their way there. */
export const hubOpenAgain = definePage<{ hubId: string; hubName: string }>({
  page: ({ hubId, hubName }) => ({
    where: `${hubName} · Set-up`,
    headline: `${hubName} is open again`,
    paragraphs: [
      'While it was being closed, an application or a Specialist arrived there. To end it, merge it into another hub, so that nobody is left without one.',
      'If it posted in channels, its leads may need to link them again.',
    ],
    footnote: 'You get this because you closed it.',
    actions: [button('hubs.end', { hubId }, { title: 'Merge it' })],
  }),
  sample: { hubId: 'demo', hubName: 'Demo Maths Hub' },
});
