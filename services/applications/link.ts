import { isSeal, sealOf } from '../seal.ts';
import { type Application, applicationIdOf, isEndorsed } from './application.ts';
import { isEnded } from './states.ts';

/** How long a link for the headteacher is good, in days. */
const goodForDays = 30;
/** Bytes of its two seals, 16 characters each: on what the address says, and on the application that it is for. */
const sealBytes = 12;

/** Until which instant a link that is made now is good. */
export const linkUntil = (now: Date): string => new Date(now.getTime() + goodForDays * 86_400_000).toISOString();

/** Whose application a link is for, and which of its links it is; `seal` is the one on the application. */
export type LinkNamed = { personId: string; cohort: string; number: number; seal: string };

/**
 * The token of an application's link that counts now. It is derived, so nothing secret is stored: whoever has the
 * records cannot make it without `LINK_SECRET`.
 */
export function linkToken(secret: string, application: Application): string {
  const { person: personId = '', cohort, link } = application;
  const named = { personId, cohort, number: link.number };
  return `${namedIn(named)}.${addressSeal(secret, named)}${linkSeal(secret, named, applicationIdOf(application))}`;
}

/**
 * What a token names, where the bot has made it; undefined for every other, without a read. Whether its application is the
 * one that is there now is asked of `isSealed`.
 */
export function linkNamed(secret: string, token: string): LinkNamed | undefined {
  const [, coded = '', onAddress = '', seal = ''] = /^([\w-]{8,300})\.([\w-]{16})([\w-]{16})$/.exec(token) ?? [];
  const [, number, cohort, personId] =
    /^(\d{1,6})\/([^/]+)\/(.+)$/.exec(Buffer.from(coded, 'base64url').toString()) ?? [];
  if (!number || !cohort || !personId) return undefined;
  const named = { personId, cohort, number: Number(number) };
  // There is one way only to write a token.
  return namedIn(named) === coded && isSeal(onAddress, addressSeal(secret, named)) ? { ...named, seal } : undefined;
}

/** Whether a link was made for this application. */
export const isSealed = (secret: string, { seal, ...named }: LinkNamed, applicationId: string): boolean =>
  isSeal(seal, linkSeal(secret, named, applicationId));

type Named = Omit<LinkNamed, 'seal'>;

const namedIn = ({ number, cohort, personId }: Named): string =>
  Buffer.from(`${number}/${cohort}/${personId}`).toString('base64url');

const addressSeal = (secret: string, { personId, cohort, number }: Named): string =>
  sealOf(secret, ['endorsement-address', personId, cohort, number], sealBytes);

const linkSeal = (secret: string, { personId, cohort, number }: Named, applicationId: string): string =>
  sealOf(secret, ['endorsement-link', personId, cohort, applicationId, number], sealBytes);

/**
 * How a link of this number stands: `replaced` by a newer one, `paused` while the applicant has it back to change, `over`
 * once nothing more comes of the application.
 */
export type LinkStanding = 'good' | 'answered' | 'replaced' | 'expired' | 'paused' | 'over';

export function linkStanding(application: Application, number: number, now: Date): LinkStanding {
  const { state, link } = application;
  if (isEnded(state)) return 'over';
  if (isEndorsed(application)) return 'answered';
  if (number !== link.number) return 'replaced';
  if (link.spent) return 'answered';
  if (state !== 'waiting-for-endorsement') return 'paused';
  return now.toISOString() < link.until ? 'good' : 'expired';
}
