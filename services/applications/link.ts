/** How long a link for the headteacher is good, in days. */
const goodForDays = 30;

/** Until which instant a link that is made now is good. */
export const linkUntil = (now: Date): string => new Date(now.getTime() + goodForDays * 86_400_000).toISOString();
