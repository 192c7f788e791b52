/** A log that keeps nothing. */
export const silence = { warn: () => {}, error: () => {} };
