import type { DeclineReason } from '../../services/applications/application.ts';
import type { OwnApplication, OwnStanding } from '../../services/applications/look.ts';

/** Where an application stands, as everybody reads it. */
export const stateWords: Record<OwnApplication['state'], string> = {
  'on-its-way': 'On its way',
  'waiting-for-endorsement': 'Waiting for endorsement',
  'with-hub': 'With the hub',
  'more-asked': 'Waiting for the applicant',
  reserve: 'Reserve',
  offered: 'Offered',
  accepted: 'Accepted',
  'not-this-time': 'Not this time',
  'offer-declined': 'Place turned down',
  'offer-passed-on': 'Offer passed on',
  withdrawn: 'Withdrawn',
};

/** Why an application does not go on, as leads choose it and the applicant reads it. */
export const declineWords: Record<DeclineReason, string> = {
  places: 'More people applied than there are places',
  experience: 'Teaching experience',
  school: 'The school',
  fit: 'What the hub looks for',
  other: 'Another reason',
};

type Standing = { headline: (hubName: string) => string; next: string };

/** What its standing means to the person who applied: a headline, and what happens next. */
export const standingWords: Record<OwnStanding, Standing> = {
  'on-its-way': {
    headline: (hub) => `Your application is on its way to ${hub}`,
    next: 'It is safely stored and will be with the hub shortly. There is nothing you need to do.',
  },
  'waiting-for-endorsement': {
    headline: () => 'Your application waits for your headteacher',
    next: 'Forward the link to your headteacher. Once they have agreed, your hub decides.',
  },
  'not-endorsed': {
    headline: () => 'Your headteacher did not agree',
    next: 'Your application waits, and nothing in it is lost. Talk with your headteacher about what stands in the way. If they change their mind, make a new link and forward it.',
  },
  'with-hub': {
    headline: (hub) => `Your application is with ${hub}`,
    next: 'Its leads choose from everybody who applied and tell you. The programme document does not say when.',
  },
  'more-asked': {
    headline: (hub) => `${hub} asks you for more`,
    next: 'Change your application and send it again. Then the hub goes on with it.',
  },
  reserve: {
    headline: (hub) => `You are a reserve with ${hub}`,
    next: 'If a place becomes free, the hub may offer it to you. You need do nothing until then.',
  },
  offered: {
    headline: (hub) => `${hub} offers you a place`,
    next: 'Accept it or turn it down. It stays yours until you or the hub decide otherwise.',
  },
  accepted: {
    headline: () => 'You have accepted your place',
    next: 'You are a Specialist now. Your hub tells you about the first events.',
  },
  'not-this-time': {
    headline: (hub) => `${hub} cannot offer you a place this time`,
    next: 'You may apply again while a hub takes applications.',
  },
  'offer-declined': {
    headline: () => 'You turned the place down',
    next: 'You may apply again while a hub takes applications.',
  },
  'offer-passed-on': {
    headline: () => 'The hub has passed your place on',
    next: 'The time to accept it had ended. You may apply again while a hub takes applications.',
  },
  withdrawn: {
    headline: () => 'You have withdrawn your application',
    next: 'You may apply again while a hub takes applications.',
  },
  'accept-for': {
    headline: (hub) => `${hub} has recorded that you accept your place`,
    next: 'You are a Specialist now. If this is not right, tell your hub, or give your place back.',
  },
  'turn-down-for': {
    headline: (hub) => `${hub} has recorded that you turn your place down`,
    next: 'If this is not right, tell your hub. You may apply again while a hub takes applications.',
  },
  'withdraw-for': {
    headline: (hub) => `${hub} has withdrawn your application`,
    next: 'It goes no further with it. If this is not right, tell your hub. You may apply again while a hub takes applications.',
  },
};

/** Who is being waited for, where anybody is. */
export function waitingFor(standing: OwnStanding, hubName: string): string | undefined {
  switch (standing) {
    case 'waiting-for-endorsement':
      return 'Your headteacher';
    case 'with-hub':
      return `The leads of ${hubName}`;
    case 'not-endorsed':
    case 'more-asked':
    case 'offered':
      return 'You';
    case 'reserve':
      return 'Nobody: a place has to become free first';
    case 'on-its-way':
    case 'accepted':
    case 'not-this-time':
    case 'offer-declined':
    case 'offer-passed-on':
    case 'withdrawn':
    case 'accept-for':
    case 'turn-down-for':
    case 'withdraw-for':
      return undefined;
  }
}
