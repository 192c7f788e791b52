import { DateTime } from 'luxon';

/** What clocks in England show at an ISO instant. Throws when it is none: better no file than one that is wrong. */
export function timeInEngland(instant: string): DateTime<true> {
  const time = DateTime.fromISO(instant, { zone: 'Europe/London' });
  if (!time.isValid) throw new Error(`no instant: ${time.invalidReason}`);
  return time;
}
