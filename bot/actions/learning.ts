import { randomUUID } from 'node:crypto';
import { button } from '../../cards/actions.ts';
import { downloadLink } from '../../cards/exports/download-link.ts';
import { askHubButtons } from '../../cards/hub-questions/ask-buttons.ts';
import { insightsCard } from '../../cards/learning/insights.ts';
import { thanks } from '../../cards/learning/judge.ts';
import { unansweredCard } from '../../cards/learning/unanswered.ts';
import { monthAndYear } from '../../cards/words.ts';
import { linkMinutes, makeExport } from '../../services/exports/export-link.ts';
import { hubOfPerson } from '../../services/hub-questions/hub-of-person.ts';
import { alikeInsightsOf, insightsOf } from '../../services/learning/insights.ts';
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
  'learning.insights': ({ month }, turn) => showInsights(turn, month),
  'learning.unanswered': async ({ month }, { deps, actor }) => {
    const found = await alikeInsightsOf(deps, actor, month);
    return found.kind === 'denied' ? onlyLeadsAndCoordinators : { card: unansweredCard(found) };
  },
  'learning.export': offerDownload,
};

/** What “insights” shows. */
export const openInsights = (turn: Turn): Promise<Reply> => showInsights(turn);

async function showInsights({ deps, actor }: Turn, month?: string): Promise<Reply> {
  const found = await insightsOf(deps, actor, month);
  return found.kind === 'denied' ? onlyLeadsAndCoordinators : { card: insightsCard(found) };
}

async function judge(
  judgement: { op: string; topic: string; right: boolean; text?: string | undefined },
  turn: Turn,
): Promise<Reply> {
  const result = await judgeAnswer(turn.deps, turn.actor, judgement);
  switch (result.kind) {
    case 'judged':
      return judgement.right ? { say: 'Thank you. It helps to know that.' } : showThanks(judgement, turn);
    case 'judged-before':
      return { say: 'Thank you, you have told me about this answer already.' };
    case 'no-such-topic':
      return {
        say: 'That answer is no longer one of mine, so nothing was counted. Ask me again to see what I say now.',
      };
  }
}

/** The answer stays to be read. The redacted question is not fit to be sent to a hub, so its form is empty. */
async function showThanks({ topic, text = '' }: { topic: string; text?: string | undefined }, turn: Turn) {
  const said = topicAnswer(topic);
  const { related, ...answer } = said?.kind === 'answer' ? said : { related: [], text: '', source: '' };
  const hub = await hubOfPerson(turn.deps, turn.actor, turn.programme);
  const ask = askHubButtons({ op: randomUUID(), text: '', hubName: hub?.name });
  return { card: thanks({ answer: answer.text, source: answer.source, related, ask, kept: text !== '' }) };
}

async function offerDownload({ month }: { month: string }, turn: Turn): Promise<Reply> {
  const { deps, actor, account, publicUrl } = turn;
  const result = await makeExport(deps, actor, { account, what: { kind: 'insights', month } });
  if (result.kind === 'denied') return onlyLeadsAndCoordinators;
  const back = button('learning.insights', { month }, { title: 'What people ask' });
  const what = `What people asked in ${monthAndYear(month)}, as a CSV file`;
  return { card: downloadLink({ what, url: `${publicUrl}/exports/${result.token}`, minutes: linkMinutes, back }) };
}
