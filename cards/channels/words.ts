import type { ChannelUse } from '../../services/people/hub.ts';

/** What a hub’s linked channels are called. */
export const useWords: Record<ChannelUse, string> = { leads: 'the leads’ channel', cohort: 'the cohort’s channel' };
