import type { LinkStanding } from '../../services/applications/link.ts';

type Words = { headline: string; next: string };

/** How a link for the headteacher stands, to whoever sends it on. */
export const linkWords: Record<LinkStanding, Words> = {
  good: {
    headline: 'A link for the headteacher',
    next: 'Forward it to them. They need no account: the page says what the school commits to and asks whether they agree. The bot sends no mail.',
  },
  expired: {
    headline: 'The link has run out',
    next: 'Nobody answered it in time. Make a new one and forward that.',
  },
  answered: { headline: 'The link has been answered', next: 'It works once, so it has done its work.' },
  paused: {
    headline: 'The link waits',
    next: 'The application is with the applicant, to change something. The link works again once they have sent it.',
  },
  over: { headline: 'No link is needed', next: 'This application has ended.' },
  replaced: { headline: 'There is a newer link', next: 'Only the newest works.' },
};

export const refusedWords: Words = {
  headline: 'The headteacher did not agree',
  next: 'The link has been answered, and the application waits. If they change their mind, make a new link and forward that.',
};
