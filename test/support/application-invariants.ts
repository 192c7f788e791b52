import { type Application, applicationIdOf, isOpen } from '../../services/applications/application.ts';
import { applicationEvents, moveTable } from '../../services/applications/states.ts';
import type { AuditEntry } from '../../services/audit.ts';
import type { MessageRecord } from '../../services/delivery/outbox.ts';
import type { Member } from '../../services/people/hub.ts';

type Whole = {
  applications: Application[];
  members: Member[];
  messages: MessageRecord[];
  audit: AuditEntry[];
};
type Rule = (whole: Whole) => string[];

/** Texts that are in one list and not, or not as often, in the other. */
function missingFrom(held: string[], wanted: string[]): string[] {
  const left = [...held];
  return wanted.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Steps lead from one to the next and to where the application is. A move to another hub may set it back. */
const stepsLead: Rule = ({ applications }) =>
  applications.flatMap(({ id, steps, state }) => [
    ...(steps.at(-1)?.to === state ? [] : [`${id} is ${state}, its last step led to ${steps.at(-1)?.to}`]),
    ...steps.flatMap((step, n) =>
      step.event === 'move-hub' || step.from === steps[n - 1]?.to ? [] : [`${id} made step ${n} from ${step.from}`],
    ),
  ]);

/** The lines of the trail that are about a step. Others say who opened it or what a lead noted. */
const stepEvents = new Set(['submit', ...applicationEvents].map((event) => `application-${event}`));

/**
 * Every step is a line in the audit trail, and every line a step. A move to another hub is a line about the person, and may
 * leave behind what leads were told in place of an answer.
 */
const stepsAreAudited: Rule = ({ applications, audit }) => {
  const lines = Map.groupBy(
    audit.filter(({ event }) => stepEvents.has(event)),
    ({ subject }) => subject,
  );
  return applications.flatMap(({ id, steps }) => {
    const hasMoved = steps.some(({ event }) => event === 'move-hub');
    const shown = ({ event, from, to, why }: { event: string; from?: unknown; to?: unknown; why?: unknown }) =>
      `${event} ${from} ${to} ${hasMoved && event === 'take-back-ask' ? '' : why}`;
    const held = (lines.get(id) ?? []).map((line) =>
      shown({ ...line, event: line.event.slice('application-'.length) }),
    );
    const made = steps.filter(({ event }) => event !== 'move-hub').map(shown);
    return [
      ...missingFrom(held, made).map((one) => `${id}: “${one}” is not in the audit trail`),
      ...missingFrom(made, held).map((one) => `${id}: “${one}” is in the audit trail and was not done`),
    ];
  });
};

/** What the table says is told has a message for each time it was done, and no other. */
const movesAreTold: Rule = ({ applications, messages }) => {
  const news = Map.groupBy(messages, ({ content }) =>
    content.kind === 'application-news' ? content.applicationId : '',
  );
  return applications.flatMap((application) => {
    const id = applicationIdOf(application);
    const told = (news.get(id) ?? []).flatMap(({ content }) =>
      content.kind === 'application-news' ? [content.news] : [],
    );
    const due = application.steps.flatMap(({ event, from, to }) => {
      const move = moveTable.find((one) => one.event === event && one.from === from && one.to === to);
      return move?.tells ? [move.tells] : [];
    });
    return [
      ...missingFrom(told, due).map((one) => `${id} was not told “${one}”`),
      ...missingFrom(due, told).map((one) => `${id} was told “${one}” for nothing`),
    ];
  });
};

/** Who has accepted is a Specialist, there or in the hub they went on to; who gave the place back is none there. */
const acceptedAreSpecialists: Rule = ({ applications, members }) => {
  const specialists = members.filter(({ roles }) => roles.includes('specialist'));
  const isSpecialist = new Set(specialists.map(({ person }) => person));
  const isThere = new Set(specialists.map(({ partition, person }) => `${partition} ${person}`));
  return applications.flatMap(({ id, person, partition, state, steps }) => {
    const last = steps.at(-1);
    const isOwnEnd = last?.event === 'withdraw-for' || !last?.why;
    const gaveBack = state === 'withdrawn' && last?.from === 'accepted' && isOwnEnd;
    const holdsAnother = applications.some((one) => one.person === person && one.state === 'accepted');
    return [
      ...(state === 'accepted' && !isSpecialist.has(person) ? [`${id} is accepted, ${person} is no specialist`] : []),
      ...(gaveBack && !holdsAnother && isThere.has(`${partition} ${person}`)
        ? [`${id} is withdrawn, ${person} is still a specialist`]
        : []),
    ];
  });
};

/** Nobody has two applications that are open, or two places, in one cohort. */
const oneEach: Rule = ({ applications }) => {
  const open = applications.filter(isOpen).map(({ person, cohort }) => `${person} ${cohort}`);
  return [...new Set(open)].flatMap((who) =>
    open.filter((one) => one === who).length > 1 ? [`${who} has two applications`] : [],
  );
};

/** What must hold for applications, whatever happened to them. */
export const applicationRules: Rule[] = [stepsLead, stepsAreAudited, movesAreTold, acceptedAreSpecialists, oneEach];
