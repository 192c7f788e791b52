import type { TeamsPerson } from './activities.ts';
import { buttonsOn, type Seen, type TestBot, textOf } from './bot.ts';
import type { Client } from './bot-process.ts';
import { type FilledIn, inSteps } from './filled-in.ts';

/** Fills in the form step by step, as somebody does, up to the summary. */
export async function fillIn(bot: TestBot, who: TeamsPerson, typed: Partial<FilledIn> = {}): Promise<Seen> {
  let card = await bot.say(who, 'apply');
  for (const step of inSteps({ name: who.name, ...typed }))
    card = await bot.press(who, card, 'Save and next', step.typed);
  return card;
}

/** Applies through the form. */
export async function apply(bot: TestBot, who: TeamsPerson, typed: Partial<FilledIn> = {}): Promise<Seen> {
  return bot.press(who, await fillIn(bot, who, typed), 'Submit my application');
}

/**
 * Fills in the form over the wire of a process, from the step on where it was left. Gives back what a press of Submit
 * sends.
 */
export async function fillInWith(client: Client, who: TeamsPerson, typed: Partial<FilledIn> = {}): Promise<object> {
  const steps = inSteps({ name: who.name, ...typed });
  let card = await client.press(who, 'application.open', {});
  for (;;) {
    const submit = buttonsOn(card).find(({ verb }) => verb === 'application.submit');
    if (submit) return submit.data;
    const next = buttonsOn(card).find(({ title }) => title === 'Save and next');
    const [step] = steps.splice(0, 1 + steps.findIndex(({ verb }) => verb === next?.verb)).slice(-1);
    if (!next || !step) throw new Error(`no summary: ${JSON.stringify(card)}`);
    card = await client.press(who, next.verb, { ...next.data, ...step.typed });
  }
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
