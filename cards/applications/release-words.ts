import type { ReleaseOutcome } from '../../services/applications/release-outcome.ts';

type Decision = keyof Required<ReleaseOutcome['told']>;

const words: Record<Decision, { one: string; many: string }> = {
  offer: { one: 'offer of a place', many: 'offers of a place' },
  'put-on-reserve': { one: 'reserve', many: 'reserves' },
  decline: { one: '“not this time”', many: 'of “not this time”' },
};

/** How many decisions of each kind there are, a line each; those that are not named have none. */
export const decisionLines = (counts: ReleaseOutcome['told']): string =>
  (Object.keys(words) as Decision[])
    .flatMap((decision) => {
      const count = counts[decision];
      const { one, many } = words[decision];
      return count === undefined ? [] : [`${count} ${count === 1 ? one : many}`];
    })
    .join('\n');

/** Why none of several offers was made, in words for those who choose. */
export const tooManyWords =
  'More offers were released than places are free now, so I made none of them. Who gets a place is yours to say, not mine.';
