import type { Application } from '../../services/applications/application.ts';
import type { ApplicantNews } from '../../services/applications/states.ts';
import type { Hub } from '../../services/people/hub.ts';
import { button } from '../actions.ts';
import { definePage } from '../page.ts';
import { endorsementNews } from './endorsement-news.ts';
import { linkButtons } from './link-buttons.ts';
import { standingWords } from './state-words.ts';

type News = {
  hub: Pick<Hub, 'name' | 'contact'>;
  hubId: string;
  application: Pick<Application, 'state' | 'cohort' | 'endorsement'>;
  news: ApplicantNews;
};

/** Tells an applicant that their application has moved, and how it stands now. */
export const applicationNews = definePage<News>({
  page: ({ hub, application, news }) => {
    const { state, cohort } = application;
    const told = endorsementNews(news, application);
    return {
      where: `Your application · Cohort ${cohort}`,
      headline: told?.headline ?? standingWords[state].headline(hub.name),
      paragraphs: told?.paragraphs ?? [standingWords[state].next],
      rows: [...(told?.rows ?? []), { label: 'Questions', value: hub.contact || 'Ask your hub.' }],
      footnote: 'You get this because you applied. Only you and the leads of the hub see it.',
      actions: [...linkButtons({ state }), button('application.show', {}, { title: 'See my application' })],
    };
  },
  sample: {
    hub: { name: 'Demo Maths Hub', contact: 'hub@demo.example' },
    hubId: 'demo',
    application: { state: 'offered', cohort: '10' },
    news: 'offered',
  },
});
