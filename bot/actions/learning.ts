import { downloadLink } from '../../cards/exports/download-link.ts';
import { insightsCard } from '../../cards/learning/insights.ts';
import { thanks } from '../../cards/learning/judge.ts';
import { unansweredCard } from '../../cards/learning/unanswered.ts';
import { monthAndYear } from '../../cards/words.ts';
import { linkMinutes, makeExport } from '../../services/exports/export-link.ts';
import { type Insights, insightsOf } from '../../services/learning/insights.ts';
import { judgeAnswer } from '../../services/learning/judge-answer.ts';
import { topicAnswer } from '../../services/questions/answer.ts';
import type { Reply, Turn } from '../turn.ts';
import type { ActionHandlers } from './index.ts';

const onlyLeadsAndCoordinators: Reply = {
  say: 'Only hub leads and the programme’s coordinators see what people ask.',
};

export const learning: Pick<
  ActionHandlers,
  'learning.judge' | 'learning.insights' | 'learning.unanswered' | 'learning.export'
> = {
  'learning.judge': judge,
  'learning.insights': ({ month }, turn) => show(turn, month, insightsCard),
  'learning.unanswered': ({ month }, turn) => show(turn, month, unansweredCard),
  'learning.export': offerDownload,
};

/** What “insights” shows. */
export const openInsights = (turn: Turn): Promise<Reply> => show(turn, undefined, insightsCard);

async function show(
  { deps, actor }: Turn,
  month: string | undefined,
  card: (insights: Insights) => ReturnType<typeof insightsCard>,
): Promise<Reply> {
  const found = await insightsOf(deps, actor, month);
  return found.kind === 'denied' ? onlyLeadsAndCoordinators : { card: card(found) };
}

async function judge(
  judgement: { op: string; topic: string; right: boolean; text?: string | undefined },
  { deps, actor }: Turn,
): Promise<Reply> {
  const result = await judgeAnswer(deps, actor, judgement);
  switch (result.kind) {
    case 'judged':
      return judgement.right ? { say: 'Thank you. It helps to know that.' } : { card: thanks(relatedTo(judgement)) };
    case 'judged-before':
      return { say: 'Thank you, you have told me about this answer already.' };
    case 'no-such-topic':
      return {
        say: 'That answer is no longer one of mine, so nothing was counted. Ask me again to see what I say now.',
      };
  }
}

function relatedTo({ topic }: { topic: string }) {
  const answer = topicAnswer(topic);
  return { related: answer?.kind === 'answer' ? answer.related : [] };
}

async function offerDownload({ month }: { month: string }, turn: Turn): Promise<Reply> {
  const { deps, actor, account, publicUrl } = turn;
  const result = await makeExport(deps, actor, { account, what: { kind: 'insights', month } });
  if (result.kind === 'denied') return onlyLeadsAndCoordinators;
  const what = `What people asked in ${monthAndYear(month)}, as a CSV file`;
  return { card: downloadLink({ what, url: `${publicUrl}/exports/${result.token}`, minutes: linkMinutes }) };
}
