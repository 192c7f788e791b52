import { hubsWhere } from '../../services/access.ts';
import { sendDigest } from '../../services/applications/send-digest.ts';
import { listApplications, openApplications } from './applications.ts';
import type { ActionHandlers } from './index.ts';

export const digest: Pick<ActionHandlers, 'applications.from-digest'> = {
  'applications.from-digest': async (about, turn) => {
    const { hubId, cohort } = about;
    if (turn.place === 'personal')
      return hubsWhere(turn.actor, 'list-applications').includes(hubId)
        ? listApplications(turn, { hubId, cohort })
        : openApplications(turn);
    const { kind } = await sendDigest(turn.deps, turn.actor, about);
    return { say: sentWords[kind] };
  },
};

const sentWords = {
  sent: 'Names and decisions stay between you and me: I have sent this to our own chat. Go on there.',
  'sent-before': 'You have this in our own chat already. Go on there.',
  'no-chat': 'Names and decisions stay between you and me: open a chat with me alone and type “applications”.',
  denied: 'Only the leads of this hub can see its applications.',
};
