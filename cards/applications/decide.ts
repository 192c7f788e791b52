import type { Staged } from '../../services/applications/application.ts';
import type { DecisionEvent } from '../../services/applications/decide.ts';
import { type ApplicationState, isForThem } from '../../services/applications/states.ts';
import { type Button, button } from '../actions.ts';
import { definePage } from '../page.ts';
import { longDate } from '../words.ts';
import { decisionWords } from './decision-words.ts';
import { stateWords } from './state-words.ts';

type Choices = {
  op: string;
  hubId: string;
  hubName: string;
  applicationId: string;
  name: string;
  school: string;
  state: ApplicationState;
  /** What can be decided from where it stands. */
  events: DecisionEvent[];
  places: string;
  /** The offer's last day, whether it is over, and the day on which it can first be extended where that is still to come. */
  offer: { until: string; over: boolean; longerFrom: string | undefined } | undefined;
  staged: Pick<Staged, 'event' | 'by' | 'at'> | undefined;
  message: string;
};

/** What a lead can decide about an application. */
export const decideCard = definePage<Choices>({
  page: (shown) => ({
    where: `${shown.hubName} · Application · Decide`,
    headline: stateWords[shown.state],
    paragraphs: [shown.message, ...standing(shown)].filter(Boolean),
    rows: [
      { label: 'Applicant', value: `${shown.name}\n${shown.school}` },
      { label: 'Places', value: shown.places },
      ...(shown.staged
        ? [{ label: 'Kept for later', value: `${decisionWords[shown.staged.event].title}, by ${shown.staged.by}` }]
        : []),
    ],
    ...askedOn(shown),
    footnote: 'You see once more what happens before anybody is told.',
    actions: actionsOf(shown),
  }),
  sample: {
    op: 'sample',
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    applicationId: 'sample',
    name: 'Tess **Okafor** ${name}',
    school: 'Riverside Academy',
    state: 'with-hub',
    events: ['offer', 'put-on-reserve', 'decline', 'ask-for-more', 'withdraw-for'],
    places: '5 of 6 places are offered or accepted.',
    offer: undefined,
    staged: { event: 'offer', by: 'Helen Marsh', at: '2026-03-03T16:05:00.000Z' },
    message: 'This changed while you were looking. Here is how it stands now.',
  },
});

/** What stands beside the hub's own decisions: what is done for applicants, or without their answer. */
const isBeside = (event: DecisionEvent) => isForThem(event) || event === 'take-back-ask';
const decisionsIn = ({ events }: Choices) => events.filter((event) => !isBeside(event));

function askedOn({ hubId, applicationId, events }: Choices) {
  const buttons = events
    .filter(isBeside)
    .map((event) => button('decisions.ask', { hubId, applicationId, event }, { title: decisionWords[event].ask }));
  return buttons.length > 0 ? { asked: { question: 'Have they told you by phone or email?', buttons } } : {};
}

function standing(shown: Choices): string[] {
  const { offer, state } = shown;
  if (state === 'offered' && offer) {
    const last = longDate(offer.until);
    return offer.over
      ? [`The last day to accept was ${last}. The offer stays until you extend it or pass the place on.`]
      : [`They can accept until ${last}. You can give them longer${fromWhen(offer)}.`];
  }
  if (decisionsIn(shown).length === 0) return ['Nothing is left to decide here.'];
  if (state === 'waiting-for-endorsement')
    return ['A place can be offered once the headteacher’s endorsement is there.'];
  return state === 'more-asked' ? ['A place can be offered once they have sent what you asked for.'] : [];
}

const fromWhen = ({ longerFrom }: { longerFrom: string | undefined }) =>
  longerFrom ? ` from ${longDate(longerFrom)}` : '';

/** Three decisions in sight, the rest behind; and a way back. */
function actionsOf(shown: Choices): Button[] {
  const { op, hubId, applicationId, staged } = shown;
  const events = decisionsIn(shown);
  const about = { hubId, applicationId };
  const asked = events.map((event, index) =>
    button(
      'decisions.ask',
      { ...about, event },
      { title: decisionWords[event].ask, overflow: index > 2, ...(index === 0 && { style: 'positive' as const }) },
    ),
  );
  const drop = staged
    ? [button('staged.drop', { op, ...about, kept: staged.at }, { title: 'Take back what is kept', overflow: true })]
    : [];
  const back = { title: 'Back to the application', overflow: events.length > 2 };
  return [...asked, ...drop, button('applications.view', about, back)];
}
