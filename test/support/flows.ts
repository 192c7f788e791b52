import type { TeamsPerson } from './activities.ts';
import { type Seen, type TestBot, textOf } from './bot.ts';
import { filledIn } from './filled-in.ts';

/** Applies through the form, as somebody does. */
export async function apply(bot: TestBot, who: TeamsPerson, typed: object = {}): Promise<Seen> {
  const form = await bot.say(who, 'apply');
  return bot.press(who, form, 'Submit my application', { ...filledIn, name: who.name, ...typed });
}

/** A code that links another account to this one. */
export async function linkCode(bot: TestBot, who: TeamsPerson): Promise<string> {
  return codeIn(await bot.press(who, await bot.say(who, 'link another account'), 'Make a code'));
}

/** The code on a card. */
export function codeIn(card: Seen): string {
  const [code] = /\w{4}-\w{4}-\w{4}/.exec(textOf(card)) ?? [];
  if (!code) throw new Error('no code on this card');
  return code;
}
