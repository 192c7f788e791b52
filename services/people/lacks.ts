import type { Hub } from './hub.ts';

/** What a hub still lacks before people can apply to it. */
export type Lack = 'lead' | 'channel' | 'quota' | 'dates';

/** What a hub lacks for a cohort. `hasChannel` says whether its leads have a channel. */
export function lacksOf(hub: Hub | undefined, hasChannel: boolean, cohort: string): Lack[] {
  const { opens, quota } = hub?.cohorts[cohort] ?? {};
  const lacks: [Lack, boolean][] = [
    ['lead', !hub || hub.leads.length === 0],
    ['channel', !hasChannel],
    ['quota', quota === undefined],
    ['dates', opens === undefined],
  ];
  return lacks.flatMap(([lack, lacking]) => (lacking ? [lack] : []));
}

/** What of a hub's own words is still to be written. Nobody has to wait for these. */
export type MissingText = 'contact' | 'commitments' | 'privacy';

export function missingTexts(hub: Pick<Hub, MissingText>): MissingText[] {
  const texts: [MissingText, boolean][] = [
    ['contact', hub.contact === ''],
    ['commitments', !hub.commitments],
    ['privacy', !hub.privacy],
  ];
  return texts.flatMap(([text, missing]) => (missing ? [text] : []));
}
