/** How long anything may take to show. A Playground answers in well under a second; a machine under load may not. */
export const patienceMs = 15_000;
