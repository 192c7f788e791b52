import type { Facts } from '../eligibility/facts.ts';

type Answer = NonNullable<Facts['stateFunded']>;
/** What the register says of a school that bears on eligibility. */
export type SchoolFacts = { stateFunded: Answer; secondary: Answer };

/** Types of establishment that the state funds, and that are schools like any other. */
const stateFunded = new Set([
  'community school',
  'voluntary aided school',
  'voluntary controlled school',
  'foundation school',
  'city technology college',
  'university technical college',
  'studio schools',
  'free schools',
  'academy converter',
  'academy sponsor led',
]);

/** Types that parents pay for, that are no schools, or that are abroad. */
const notStateFunded = new Set([
  'other independent school',
  'other independent special school',
  'higher education institutions',
  'british schools overseas',
  'secure units',
  'online provider',
  "children's centre",
  "children's centre linked site",
]);

const secondary: Record<string, Answer> = { secondary: 'yes', primary: 'no', nursery: 'no' };

/**
 * Whether a school is state-funded and secondary, by its type and phase in the register, each by the register's name.
 * A special school, one for pupils elsewhere out of school, one for over-16s only, one of the other nations and every
 * type not named here is for the hub to say (NCP25-03, Participant information, speaks of state-funded secondary
 * schools and no more). So is every phase other than secondary, primary and nursery.
 */
export function schoolFacts({ type, phase }: { type: string; phase: string }): SchoolFacts {
  return { stateFunded: fundingOf(plain(type)), secondary: secondary[plain(phase)] ?? 'ask-hub' };
}

function fundingOf(type: string): Answer {
  if (stateFunded.has(type)) return 'yes';
  return notStateFunded.has(type) ? 'no' : 'ask-hub';
}

const plain = (name: string) => name.trim().toLowerCase().replaceAll('’', "'");
