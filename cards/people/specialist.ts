import type { SpecialistInHub } from '../../services/people/people.ts';
import { button } from '../actions.ts';
import { definePage } from '../page.ts';
import { instantInEngland } from '../words.ts';
import { days, ofYearOne } from './days.ts';

type Shown = {
  hubId: string;
  hubName: string;
  specialist: SpecialistInHub;
  /** Names the code that the next press makes; without it none is offered. */
  op: string | undefined;
};

/** One specialist, for the leads of their hub. */
export const specialistCard = definePage<Shown>({
  page: ({ hubId, hubName, specialist, op }) => {
    const { personId, name, school, email, usesBot } = specialist;
    return {
      where: `${hubName} · Specialists`,
      headline: 'A specialist with your hub',
      rows: [
        { label: 'Name', value: name },
        { label: 'School', value: school || 'Not known yet' },
        ...(email ? [{ label: 'Email', value: email }] : []),
        { label: 'Days in Year One', value: daysLines(specialist) },
        { label: 'The bot', value: usesBot ? 'Uses it' : 'Has not opened it yet: forward them a code' },
      ],
      footnote: `Only the leads of ${hubName} see this.`,
      actions: [
        ...(op ? [button('people.code', { op, hubId, personId }, codeLook(usesBot))] : []),
        button('people.open', { hubId }, { title: 'Back to the specialists' }),
        ...(op
          ? [
              button('people.moving', { hubId, personId }, { title: 'Move to another hub', overflow: true }),
              button('people.school', { hubId, personId }, { title: 'They changed school', overflow: true }),
              button('on-behalf.form', { hubId, personId }, { title: 'Apply for them', overflow: true }),
            ]
          : []),
      ],
    };
  },
  sample: {
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    specialist: {
      personId: 'sample',
      name: 'Ana Kowalska',
      school: 'Beckside School',
      email: 'ana@beckside.example',
      days: 14,
      imported: { central: 8, inSchool: 6, at: '2026-03-02T10:00:00.000Z' },
      usesBot: false,
    },
    op: 'sample',
  },
});

function daysLines({ days: quarters, imported }: SpecialistInHub): string {
  if (!imported) return ofYearOne(quarters);
  const { central, inSchool, at } = imported;
  return [
    ofYearOne(quarters),
    `${days(central)} at central events, ${days(inSchool)} in school and hub`,
    `Imported on ${instantInEngland(at)}`,
  ].join('\n');
}

/** Whoever uses the bot needs a code only for another account. */
function codeLook(usesBot: boolean) {
  return usesBot
    ? { title: 'Make a code for a new account', overflow: true }
    : { title: 'Make a code to forward', style: 'positive' as const };
}
