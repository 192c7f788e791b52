import type { Application } from '../../services/applications/application.ts';
import { ownStanding } from '../../services/applications/look.ts';
import type { ApplicantNews } from '../../services/applications/states.ts';
import type { Hub } from '../../services/people/hub.ts';
import { button } from '../actions.ts';
import { definePage } from '../page.ts';
import { endorsementNews } from './endorsement-news.ts';
import { linkButtons } from './link-buttons.ts';
import { dateRows, type Said, saidRows } from './said-rows.ts';
import { standingWords } from './state-words.ts';

type News = {
  hub: Pick<Hub, 'name' | 'contact'>;
  hubId: string;
  application: Said & Pick<Application, 'cohort' | 'offer' | 'link'>;
  news: ApplicantNews;
};

/** News that the state does not tell by itself, with the states in which it is still news. */
const newsWords: Partial<Record<ApplicantNews, { states: Application['state'][]; headline: string; next: string }>> = {
  'ask-taken-back': {
    states: ['with-hub', 'waiting-for-endorsement'],
    headline: 'You need not send more',
    next: 'Your hub goes on with your application as it is. Your headteacher’s agreement is still needed where it is not there yet.',
  },
  'offer-extended': {
    states: ['offered'],
    headline: 'You have more time to answer',
    next: 'The place your hub offers you is still yours to accept or to turn down.',
  },
};

/** Tells an applicant that their application has moved, and how it stands now. */
export const applicationNews = definePage<News>({
  page: ({ hub, application, news }) => {
    const { state, cohort } = application;
    const told = endorsementNews(news, application);
    const other = newsWords[news];
    const standing = standingWords[ownStanding(state, application)];
    const { headline, next } = other?.states.includes(state)
      ? other
      : { ...standing, headline: standing.headline(hub.name) };
    return {
      where: `Your application · Cohort ${cohort}`,
      headline: told?.headline ?? headline,
      paragraphs: told?.paragraphs ?? [next],
      rows: [
        ...(told?.rows ?? saidRows(application, hub.name)),
        ...dateRows(application),
        { label: 'Questions', value: hub.contact || 'Ask your hub.' },
      ],
      footnote: 'You get this because you applied. Only you and the leads of the hub see it.',
      actions: [
        ...linkButtons({ state, cohort }),
        button('application.show', { cohort }, { title: 'See my application' }),
      ],
    };
  },
  sample: {
    hub: { name: 'Demo Maths Hub', contact: 'hub@demo.example' },
    hubId: 'demo',
    application: {
      state: 'offered',
      cohort: '10',
      offer: { at: '2026-03-02T10:00:00.000Z', until: '2026-03-16' },
      link: { number: 1, until: '2026-04-01T10:00:00.000Z' },
      steps: [],
    },
    news: 'offered',
  },
});
