import { z } from 'zod';
import { button, buttonSchema } from '../actions.ts';
import { type Card, defineCard } from '../card.ts';
import template from './tenants.json' with { type: 'json' };

const data = z.strictObject({
  headline: z.string(),
  tenants: z.array(z.string()),
  removed: z.array(z.string()),
  problem: z.string(),
  typed: z.string(),
  admit: buttonSchema,
  remove: buttonSchema,
  back: buttonSchema,
});

type Tenants = { tenants: string[]; removedTenants: string[]; problem: string; typed: string };

/** How many of each list are named: a card has a limit, and past this the count has to do. */
const named = 30;

const build = ({ tenants, removedTenants, problem, typed }: Tenants) => ({
  headline: headlineFor(tenants),
  tenants: tenants.filter((tenant) => tenant !== '*').slice(-named),
  removed: removedTenants.slice(-named),
  problem,
  typed,
  admit: button('tenants.admit', {}, { title: 'Let them in', style: 'positive' }),
  remove: button('tenants.remove', {}, { title: 'Take them off the list' }),
  back: button('set-up.open', {}, { title: 'Back to all hubs' }),
});

function headlineFor(tenants: string[]): string {
  if (tenants.includes('*')) return 'Everybody may use the bot';
  if (tenants.length === 0) return 'No organisation may use the bot yet';
  return tenants.length === 1 ? '1 organisation may use the bot' : `${tenants.length} organisations may use the bot`;
}

const sample: Tenants = {
  tenants: ['00000000-0000-4000-8000-000000000001'],
  removedTenants: ['00000000-0000-4000-8000-000000000002'],
  problem: 'That is not a tenant id.',
  typed: 'demo',
};
const expand = defineCard({ template, data, sample: build(sample) });

/** Whose people may use the bot, with a way to add and remove an organisation. */
export const tenantsCard = Object.assign((shown: Tenants): Card => expand(build(shown)), {
  sample: () => expand(build(sample)),
});
