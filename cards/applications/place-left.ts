import { button } from '../actions.ts';
import { definePage } from '../page.ts';

type Left = {
  hubId: string;
  hubName: string;
  cohort: string;
  /** Whether it goes to one lead, and not to their channel. */
  personal: boolean;
};

/** Tells leads that a place is free which was not offered by itself. Without names: one of them may have applied. */
export const placeLeft = definePage<Left>({
  page: ({ hubId, hubName, cohort, personal }) => ({
    where: `${hubName} · For the leads · Reserve list · Cohort ${cohort}`,
    headline: 'A place is free for you to offer',
    paragraphs: [
      'I have offered it to nobody, because you have kept a decision about the first reserve for later. Who gets the place is yours to say, not mine.',
      ...(personal ? [] : ['To see who it is: type “applications” to me and choose “Reserve list”.']),
    ],
    footnote: `For the leads of ${hubName}.`,
    actions: personal
      ? [button('reserve.list', { hubId, cohort }, { title: 'See the reserve list', style: 'positive' })]
      : [],
  }),
  sample: { hubId: 'demo', hubName: 'Demo Maths Hub', cohort: '10', personal: true },
});
