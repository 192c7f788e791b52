import { atInEngland, dateInEngland, hourInEngland } from '../clock.ts';
import { addWorkingDays, isWorkingDay } from '../working-days.ts';

/** When applicants hear of decisions, in England: from 8 to 6 on working days. What is late goes out at 9. */
const hours = { from: 8, to: 18, morning: 9 };

/** Whether applicants may hear of decisions at this instant. */
export function mayTellNow(now: Date): boolean {
  const hour = hourInEngland(now);
  return isWorkingDay(dateInEngland(now)) && hour >= hours.from && hour < hours.to;
}

/** The next instant, after one at which they may not, when they do: 9 am on a working day. */
export function nextMorning(now: Date): string {
  const today = dateInEngland(now);
  const isBefore = isWorkingDay(today) && hourInEngland(now) < hours.from;
  return atInEngland(isBefore ? today : addWorkingDays(today, 1), hours.morning);
}
