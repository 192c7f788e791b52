/** The names of the months, as a pattern. */
export const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

const short = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const seasons: Record<string, number> = { christmas: 12, easter: 4, spring: 1, summer: 7, autumn: 9 };

/** The names of the times of the year that schools go by, as a pattern. */
export const season = `(?:${Object.keys(seasons).join('|')})`;

/** The number of a month, or of the month in which a time of the year usually starts. */
export function monthNumber(name: string): number {
  return seasons[name] ?? short.indexOf(name.slice(0, 3)) + 1;
}
