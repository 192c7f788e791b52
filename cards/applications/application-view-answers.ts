import { fewLines } from '../../services/applications/own-words.ts';
import { button } from '../actions.ts';
import { instantInEngland } from '../words.ts';
import { answerRows } from './answer-rows.ts';
import type { View } from './application-view.ts';

/** What somebody wrote in their application. */
export function answersPart({ hubId, applicationId, application, names, codeOp, movable }: View) {
  const { submittedAt, submittedBy, asked, answers } = application;
  return {
    paragraphs: codeOp ? ['They have not opened the bot. A code lets them see their application in it.'] : [],
    rows: [
      { label: 'Submitted', value: instantInEngland(submittedAt) },
      ...(submittedBy ? [{ label: 'Submitted for them by', value: names[submittedBy] ?? 'A lead' }] : []),
      ...(asked ? [{ label: `Your hub asked, ${instantInEngland(asked.at)}`, value: asked.words }] : []),
      ...answerRows({ ...answers, why: fewLines(answers.why, 20) }),
    ],
    buttons: [
      ...(codeOp
        ? [button('on-behalf.code', { op: codeOp, hubId, applicationId }, { title: 'Make a code for them' })]
        : []),
      ...(movable ? [button('people.moving', { hubId, personId: movable }, { title: 'Pass it to another hub' })] : []),
    ],
  };
}
