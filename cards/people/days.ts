/** Days in quarters, as people say them: 14 → `3.5`. */
export const days = (quarters: number) => String(quarters / 4);

/** How many of Year One's days: `3.5 of 7.5 days`. */
export const ofYearOne = (quarters: number) => `${days(quarters)} of 7.5 days`;
