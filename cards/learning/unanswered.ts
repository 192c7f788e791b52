import type { Cluster } from '../../services/learning/clusters.ts';
import { button } from '../actions.ts';
import { definePage } from '../page.ts';
import { monthAndYear } from '../words.ts';
import { monthButtons, timesWord } from './insights.ts';
import { topicInWords } from './topic-words.ts';

const mostTopics = 5;
const mostClusters = 6;

type Shown = {
  month: string;
  earlier: string | undefined;
  later: string | undefined;
  unanswered: number;
  topics: { topic?: string | undefined; unanswered: number }[];
  unansweredAlike: Cluster[];
  wrongAlike: Cluster[];
};

/** What went unanswered or was answered wrongly in a month: topics by number, wordings only in groups of three or more. */
export const unansweredCard = definePage<Shown>({
  page: ({ month, unanswered, topics, unansweredAlike, wrongAlike, ...beside }) => ({
    where: `All hubs · What went unanswered · ${monthAndYear(month)}`,
    headline: unanswered === 0 ? 'No question went unanswered' : `${timesWord(unanswered, 'question')} went unanswered`,
    paragraphs: unansweredAlike.length + wrongAlike.length === 0 ? [noClusters] : [],
    rows: [
      ...topics
        .filter((one) => one.unanswered > 0)
        .sort((a, b) => b.unanswered - a.unanswered)
        .slice(0, mostTopics)
        .map(({ topic = '', unanswered: times }) => ({ label: timesWord(times, 'time'), value: topicInWords(topic) })),
      ...unansweredAlike.slice(0, mostClusters).map(clusterRow('Asked by')),
      ...wrongAlike.slice(0, mostClusters).map(clusterRow('Answered, but not right for')),
    ],
    footnote:
      'Wordings appear when three or more people ask much the same, without names, numbers or places, and are deleted after 90 days.',
    actions: [
      button('learning.insights', { month }, { title: 'What people ask' }),
      ...monthButtons('learning.unanswered', { month, ...beside }),
      button('help.open', {}, { title: 'What I can do', overflow: true }),
    ],
  }),
  sample: {
    month: '2026-03',
    earlier: '2026-02',
    later: undefined,
    unanswered: 12,
    topics: [{ topic: 'cost', unanswered: 5 }],
    unansweredAlike: [
      {
        count: 4,
        askers: 3,
        words: ['parking', 'launch'],
        wordings: ['is there parking at the launch in [place] **x**'],
      },
    ],
    wrongAlike: [{ count: 3, askers: 3, words: ['supply'], wordings: ['does supply count'] }],
  },
});

const noClusters = 'No three people have asked much the same without an answer, so no wordings are shown.';

const clusterRow =
  (what: string) =>
  ({ askers, words, wordings }: Cluster) => ({
    label: `${what} ${askers} people`,
    value: [words.join(' · '), ...wordings.map((wording) => `“${wording}”`)].filter(Boolean).join('\n'),
  });
