import { type Button, button } from '../actions.ts';
import { definePage } from '../page.ts';
import { monthAndYear } from '../words.ts';
import { topicInWords } from './topic-words.ts';

const mostTopics = 8;
const longestBar = 10;

type Months = { month: string; earlier: string | undefined; later: string | undefined };
type Shown = Months & {
  asked: number;
  unanswered: number;
  unsure: number;
  judgedRight: number;
  judgedWrong: number;
  topics: { topic?: string | undefined; asked: number }[];
};

/** What people asked in a month, over all hubs: numbers, never names. */
export const insightsCard = definePage<Shown>({
  page: (shown) => ({
    where: `All hubs · What people ask · ${monthAndYear(shown.month)}`,
    headline: shown.asked === 0 ? 'Nobody asked anything' : `${timesWord(shown.asked, 'question')} asked`,
    paragraphs: shown.asked === 0 ? [nothing] : [howAnswered(shown), howJudged(shown)],
    rows: shown.topics.slice(0, mostTopics).flatMap(({ topic, asked }) => {
      const most = shown.topics[0]?.asked ?? asked;
      return topic ? [{ label: `${timesWord(asked, 'time')} ${bar(asked, most)}`, value: topicInWords(topic) }] : [];
    }),
    footnote: 'All hubs together. Nobody sees who asked.',
    actions: [
      button('learning.unanswered', { month: shown.month }, { title: 'What went unanswered' }),
      ...monthButtons('learning.insights', shown),
      button('learning.export', { month: shown.month }, { title: 'Download as a spreadsheet', overflow: true }),
      button('help.open', {}, { title: 'What I can do', overflow: true }),
    ],
  }),
  sample: {
    month: '2026-03',
    earlier: '2026-02',
    later: '2026-04',
    asked: 120,
    unanswered: 18,
    unsure: 6,
    judgedRight: 12,
    judgedWrong: 2,
    topics: [
      { topic: 'year-one-days', asked: 31 },
      { topic: 'cost', asked: 9 },
      { topic: 'intent:apply', asked: 4 },
    ],
  },
});

/** To the months beside this one, on a card about a month. */
export function monthButtons(verb: 'learning.insights' | 'learning.unanswered', { earlier, later }: Months): Button[] {
  const to = (month: string | undefined) => (month ? [button(verb, { month }, { title: monthAndYear(month) })] : []);
  return [...to(earlier), ...to(later)];
}

const nothing = 'What people ask is counted here from the first question of a month on.';

function howAnswered({ asked, unanswered, unsure }: Shown): string {
  const answered = asked - unanswered - unsure;
  const offered = unsure > 0 ? ` For ${unsure} I offered topics to choose from.` : '';
  return `I answered ${answered} of ${asked}, ${Math.round((100 * answered) / asked)}%.${offered}`;
}

function howJudged({ judgedRight, judgedWrong }: Shown): string {
  const all = judgedRight + judgedWrong;
  if (all === 0) return 'Nobody said whether an answer was right.';
  return `Of ${timesWord(all, 'answer')} that people judged, ${judgedRight} ${judgedRight === 1 ? 'was' : 'were'} right and ${judgedWrong} not.`;
}

/** A length beside the number that says it. */
const bar = (number: number, most: number): string =>
  '▇'.repeat(Math.max(1, Math.round((longestBar * number) / Math.max(most, 1))));

export const timesWord = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
