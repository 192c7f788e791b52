import { change } from '../change.ts';
import { dateInEngland, hourInEngland } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { hubIdOf } from '../people/hub.ts';
import { currentPerson, messageTo } from '../people/person.ts';
import type { Programme } from '../people/programme.ts';
import { isWorkingDay } from '../working-days.ts';
import { type Application, applicationAt, applicationIdOf, applicationRecord } from './application.ts';
import { noteOf, reminderAt, withDue } from './due.ts';

/** How many are looked at together. */
const atOnce = 50;
/** When applicants are reminded, in England: from 9 to 6 on working days. */
const hours = { from: 9, to: 18 };

/**
 * Reminds every applicant who is due to be, of what their application waits for as it stands now. Comes to the same
 * however many replicas do it, and however often; after a standstill each gets the newest reminder only.
 */
export async function remindApplicants(deps: Deps, settings: Programme): Promise<void> {
  const now = deps.clock.now();
  const hour = hourInEngland(now);
  if (!isWorkingDay(dateInEngland(now)) || hour < hours.from || hour >= hours.to) return;
  for (;;) {
    const search = { type: applicationRecord.type, dueBefore: now.toISOString() };
    const found = await deps.store.find(search, atOnce);
    let done = 0;
    for (const { record } of found) {
      if (await lookAt(deps, settings, applicationRecord.parse(record), now)) done += 1;
    }
    if (found.length < atOnce || done === 0) return;
  }
}

/** Says whether anything was done about it. */
async function lookAt(deps: Deps, { holidays }: Programme, found: Application, now: Date): Promise<boolean> {
  const hubId = hubIdOf(found);
  const applicationId = applicationIdOf(found);
  const ref = applicationAt(hubId, applicationId);
  const { personId, person } = await currentPerson(deps, found.person ?? '');
  const result = await change(deps, { partition: ref.partition, read: { application: ref } }, ({ application }) => {
    if (!application?.due || application.due > now.toISOString()) return { kind: 'not-due' };
    const due = reminderAt(application, holidays, now);
    if (!due) return { kind: 'put-off', write: [withDue(application, holidays)] };
    const noted = { ...application, reminded: [...application.reminded, noteOf(due)] };
    const message = {
      id: `application-reminder:${applicationId}:${noteOf(due)}`,
      ...messageTo(personId, person),
      content: { kind: 'application-reminder' as const, hubId, applicationId, rule: due.rule },
    };
    return { kind: 'reminded', write: [withDue(noted, holidays)], tell: [message] };
  });
  return result.kind !== 'not-due';
}
