/** What an applicant is reminded of, in the order in which it becomes due. */
export const reminders = ['endorsement-5', 'endorsement-10', 'offer-half-way', 'offer-ends-soon'] as const;
export type Reminder = (typeof reminders)[number];
