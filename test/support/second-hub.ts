import type { TeamsPerson } from './activities.ts';
import { demoPerson, type TestBot } from './bot.ts';
import { codeIn } from './flows.ts';

/** Adds a second hub, `glow`, and makes somebody its lead. */
export async function leadSecondHub(bot: TestBot, who: TeamsPerson): Promise<void> {
  const coordinator = demoPerson('Colin');
  await bot.execute(coordinator, 'x', 'hubs.import-all', { op: 'glow', csv: 'name\nGLOW' });
  const leads = await bot.execute(coordinator, 'x', 'leads.open', { hubId: 'glow' });
  await bot.say(who, codeIn(await bot.press(coordinator, leads, 'Make a code for a new lead')));
}
