import type { Answers } from '../../services/applications/application.ts';
import { seePerson } from '../../services/people/person.ts';
import type { TeamsPerson } from './activities.ts';
import { actorOf, submitted } from './applying.ts';
import { type Seen, type TestBot, textOf } from './bot.ts';

/** Applies, as somebody does who has spoken to the bot. What is not said is as it should be. */
export async function apply(bot: TestBot, who: TeamsPerson, typed: Partial<Answers> & { hub?: string } = {}) {
  await bot.say(who, 'help');
  const account = { tenantId: who.tenantId, objectId: who.aadObjectId };
  const { personId } = await seePerson(bot.deps, { account, name: who.name });
  const actor = { ...actorOf(personId), name: who.name, tenantId: who.tenantId };
  const { hub: hubId = 'demo', ...answers } = typed;
  return submitted(bot.deps, actor, { hubId, answers });
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
