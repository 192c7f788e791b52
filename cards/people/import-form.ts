import { z } from 'zod';
import type { RowsProblem } from '../../services/people/specialist-rows.ts';
import { button, buttonSchema } from '../actions.ts';
import { type Card, defineCard } from '../card.ts';
import template from './import-form.json' with { type: 'json' };
import { problemLines } from './row-problems.ts';

const data = z.strictObject({
  hubName: z.string(),
  headline: z.string(),
  problems: z.array(z.string()),
  text: z.string(),
  check: buttonSchema,
  back: buttonSchema,
});

type Form = { hubId: string; hubName: string; text: string; problems: RowsProblem[] };

const build = ({ hubId, hubName, text, problems }: Form) => ({
  hubName,
  headline: problems.length > 0 ? 'Nobody was brought aboard yet' : 'Bring people aboard',
  problems: problemLines(problems),
  text,
  check: button('people.check', { hubId }, { title: 'Check these rows', style: 'positive' }),
  back: button('people.open', { hubId }, { title: 'Back to the specialists' }),
});

const sample: Form = {
  hubId: 'demo',
  hubName: 'Demo Maths Hub',
  text: 'name,email,school,central days,school days\nAna Kowalska,ana,Beckside School,1.3,0',
  problems: [
    { fault: 'email', line: 2 },
    { fault: 'central', line: 2 },
  ],
};
const expand = defineCard({ template, data, sample: build(sample) });

/** Where a lead pastes the people of an existing cohort. */
export const importForm = Object.assign((form: Form): Card => expand(build(form)), {
  sample: () => expand(build(sample)),
});
