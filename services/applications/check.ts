import { dateInEngland } from '../clock.ts';
import { experienceSince } from '../eligibility/experience.ts';
import type { Facts } from '../eligibility/facts.ts';
import { type Verdict, verdictOn } from '../eligibility/rules.ts';
import type { Answers, Application } from './application.ts';

const qtsFact = { yes: 'yes', no: 'no', 'not-sure': 'ask-hub' } as const;

/**
 * The eligibility rules applied to what somebody wrote, on an ISO date: a warning beside the answers, never a wall. Who
 * says which key stages they teach teaches maths; a school that is not in the register is for the hub to look at.
 */
export function checkOf(answers: Pick<Answers, 'qts' | 'startedTeaching'>, school: SchoolFacts, date: string): Verdict {
  const experience = experienceSince(answers.startedTeaching, date);
  const facts: Facts = {
    mathsTeacher: 'yes',
    qts: qtsFact[answers.qts],
    stateFunded: school?.stateFunded ?? 'ask-hub',
    secondary: school?.secondary ?? 'ask-hub',
    ...(experience && { experience }),
  };
  return verdictOn(facts, date);
}
type SchoolFacts = Application['schoolFacts'];

/** The check of an application as it was on the day in England on which it was sent. */
export const checkAsSent = ({ answers, schoolFacts, submittedAt }: Sent): Verdict =>
  checkOf(answers, schoolFacts, dateInEngland(new Date(submittedAt)));
type Sent = Pick<Application, 'answers' | 'schoolFacts' | 'submittedAt'>;
