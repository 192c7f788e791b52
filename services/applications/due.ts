import { atInEngland, dateInEngland } from '../clock.ts';
import { type Holidays, schoolDaysBetween } from '../school-days.ts';
import { addWorkingDays } from '../working-days.ts';
import { type Application, isRefused, type Step } from './application.ts';
import { type Reminder, reminders } from './reminder-rules.ts';

type Due = { rule: Reminder; date: string };

/** From which hour of the day on people are reminded, in England. */
const fromHour = 9;
/** How many school days before the last one an offer is brought to mind again. */
const daysBeforeLast = 2;

/**
 * When an applicant is reminded of what their application waits for, each an ISO date in England: of the headteacher 5 and
 * 10 working days after the link was made while it is not answered, of an offer half way through its school days and two
 * school days before the last. A reminder on the day of the offer itself, or two on one day, would say nothing new.
 */
export function remindersOf(application: Application, holidays: Holidays): Due[] {
  const { state, steps, offer } = application;
  if (state === 'waiting-for-endorsement') {
    if (isRefused(application)) return [];
    const made = dayOfLast(steps, 'submit', 'renew-link', 'change-school');
    if (!made) return [];
    return [
      { rule: 'endorsement-5', date: addWorkingDays(made, 5) },
      { rule: 'endorsement-10', date: addWorkingDays(made, 10) },
    ];
  }
  const offered = dayOfLast(steps, 'offer', 'extend');
  if (state !== 'offered' || !offer || !offered) return [];
  const days = schoolDaysBetween(offered, offer.until, holidays).filter((date) => date < offer.until);
  const soon = days.at(-daysBeforeLast);
  const halfWay = days[Math.floor((days.length + 1) / 2) - 1];
  return [
    ...(halfWay && (!soon || halfWay < soon) ? [{ rule: 'offer-half-way' as const, date: halfWay }] : []),
    ...(soon ? [{ rule: 'offer-ends-soon' as const, date: soon }] : []),
  ];
}

/** Whether an application still waits for what somebody is reminded of. */
export const stillWaitsFor = (
  application: Pick<Application, 'state' | 'endorsement' | 'link'>,
  rule: Reminder,
): boolean =>
  rule.startsWith('offer')
    ? application.state === 'offered'
    : application.state === 'waiting-for-endorsement' && !isRefused(application);

/** The newest reminder that is due at an instant and has not gone out. Those before it have had their time. */
export function reminderAt(application: Application, holidays: Holidays, now: Date): Due | undefined {
  return stillToCome(application, holidays).findLast((due) => instantOf(due) <= now.toISOString());
}

/** The instant at which an applicant is to be reminded next, as `toISOString` writes it; undefined when of nothing. */
export function nextDue(application: Application, holidays: Holidays): string | undefined {
  const [next] = stillToCome(application, holidays);
  return next && instantOf(next);
}

/** An application that says when the clock has to look at it next. */
export const withDue = (application: Application, holidays: Holidays): Application => ({
  ...application,
  due: nextDue(application, holidays),
});

/** A reminder as it is noted in the application. */
export const noteOf = ({ rule, date }: Due): string => `${rule}:${date}`;

/** What comes after the last one that went out, whatever days they would fall on by now. */
function stillToCome(application: Application, holidays: Holidays): Due[] {
  const sent = application.reminded.map((note) => reminders.findIndex((rule) => note.startsWith(`${rule}:`)));
  const last = Math.max(-1, ...sent);
  return remindersOf(application, holidays).filter(({ rule }) => reminders.indexOf(rule) > last);
}

const instantOf = ({ date }: Due): string => atInEngland(date, fromHour);

function dayOfLast(steps: Step[], ...events: Step['event'][]): string | undefined {
  const last = steps.findLast(({ event }) => events.includes(event));
  return last && dateInEngland(new Date(last.at));
}
