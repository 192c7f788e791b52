import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Application, applicationIdOf, isEndorsed } from './application.ts';
import { isEnded } from './states.ts';

/** How long a link for the headteacher is good, in days. */
const goodForDays = 30;
/** Bytes of its seal: 192 bits, 32 characters. */
const sealBytes = 24;

/** Until which instant a link that is made now is good. */
export const linkUntil = (now: Date): string => new Date(now.getTime() + goodForDays * 86_400_000).toISOString();

/** Whose application a link says it is for, and which of its links it is. */
export type LinkNamed = { personId: string; cohort: string; number: number; seal: string };

/**
 * The token of an application's link that counts now. It is derived, so nothing secret is stored: whoever has the
 * records cannot make it without `LINK_SECRET`.
 */
export function linkToken(secret: string, application: Application): string {
  const { person: personId = '', cohort, link } = application;
  const named = { personId, cohort, number: link.number };
  return `${namedIn(named)}.${sealOf(secret, named, applicationIdOf(application))}`;
}

/** What a token names, believed by nobody until its seal has been checked; undefined for what cannot be a token. */
export function linkNamed(token: string): LinkNamed | undefined {
  const [, coded = '', seal = ''] = /^([\w-]{8,300})\.([\w-]{32})$/.exec(token) ?? [];
  const [, number, cohort, personId] =
    /^(\d{1,6})\/([^/]+)\/(.+)$/.exec(Buffer.from(coded, 'base64url').toString()) ?? [];
  if (!number || !cohort || !personId) return undefined;
  const named = { personId, cohort, number: Number(number) };
  // There is one way only to write a token.
  return namedIn(named) === coded ? { ...named, seal } : undefined;
}

/** Whether a link was made for this application. Takes as long for a wrong seal as for a right one. */
export function isSealed(secret: string, { seal, ...named }: LinkNamed, applicationId: string): boolean {
  const right = Buffer.from(sealOf(secret, named, applicationId));
  const given = Buffer.from(seal);
  return given.length === right.length && timingSafeEqual(given, right);
}

type Named = Omit<LinkNamed, 'seal'>;

const namedIn = ({ number, cohort, personId }: Named): string =>
  Buffer.from(`${number}/${cohort}/${personId}`).toString('base64url');

function sealOf(secret: string, { personId, cohort, number }: Named, applicationId: string): string {
  const sealed = JSON.stringify(['endorsement-link', personId, cohort, applicationId, number]);
  return createHmac('sha256', secret).update(sealed).digest().subarray(0, sealBytes).toString('base64url');
}

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
