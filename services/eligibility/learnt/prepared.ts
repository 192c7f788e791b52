import { corrected } from '../corrections.ts';
import { plain } from '../plain.ts';
import { monthsNeeded } from '../rules.ts';
import { itemised } from '../telegram.ts';
import { timed } from '../tenure.ts';

/** A text as the classifier reads it, on an ISO date: plain, and every stretch of time told only as long enough or not. */
export const prepared = (text: string, today: string): string => inLengths(marked(text, today));

/** A text made plain, with a mark for every stretch of time that ends on an ISO date. */
export const marked = (text: string, today: string): string => timed(itemised(corrected(plain(text))), today);

/** A marked text with every stretch of time told only as long enough or not. */
export const inLengths = (text: string): string =>
  text.replace(
    /<(\w+):(\d+):(\d+):[^>]*>/g,
    (_, kind: string, min: string, max: string) => ` ${kind}${lengthOf(Number(min), Number(max))} `,
  );

/** Two years exactly are what the rule asks for, and often no more than that. */
function lengthOf(min: number, max: number): string {
  if (min === monthsNeeded && max === monthsNeeded) return 'two';
  if (min >= monthsNeeded) return 'long';
  return max < monthsNeeded ? 'short' : 'between';
}
