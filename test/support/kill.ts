import { applicationRecord } from '../../services/applications/application.ts';
import { openSqlite } from '../../services/store/sqlite.ts';
import type { TeamsPerson } from './activities.ts';
import { stranger } from './bot.ts';
import { type Client, clientOf, startProcess } from './bot-process.ts';
import { fillInWith } from './flows.ts';

/** Presses Submit. True when the bot said that the application is in. */
async function submit(client: Client, who: TeamsPerson, form: object): Promise<boolean> {
  const confirmation = await client.press(who, 'application.submit', form);
  return /Your application (waits|is on its way)/.test(JSON.stringify(confirmation));
}

/** The names on all applications that the hub has. */
async function namesInHub(dir: string): Promise<string[]> {
  const store = await openSqlite({ dir });
  const found = await store.list('hub:demo', applicationRecord.type, { limit: 1000 });
  await store.close();
  return found.map(({ record }) => applicationRecord.parse(record).answers.name);
}

/** What came of it: who was told that their application is in before the kill, who was cut off, and whom the hub then has. */
type Outcome = { told: string[]; cutOff: string[]; seen: string[] };

/**
 * Lets people apply while the bot is killed, `kills` times, each time a moment after the first of them is told that their
 * application is in. Then everybody who was cut off presses the same button again.
 */
export async function applyUnderKills(dir: string, serviceUrl: string, kills: number): Promise<Outcome> {
  const told: string[] = [];
  const cutOff: { who: TeamsPerson; form: object }[] = [];
  for (let kill = 0; kill < kills; kill++) {
    const bot = await startProcess({ DATA_DIR: dir });
    const client = clientOf(bot.url, serviceUrl);
    const people = Array.from({ length: 6 }, (_, n) => stranger(`Teacher ${kill}-${n}`));
    const forms = await Promise.all(people.map(async (who) => ({ who, form: await fillInWith(client, who) })));
    await Promise.all(
      forms.map(async ({ who, form }) => {
        const confirmed = await submit(client, who, form).catch(() => false);
        if (confirmed) told.push(who.name);
        else cutOff.push({ who, form });
        if (confirmed) setTimeout(() => bot.child.kill('SIGKILL'), Math.random() * 8);
      }),
    );
    await bot.ended;
  }
  const bot = await startProcess({ DATA_DIR: dir });
  const client = clientOf(bot.url, serviceUrl);
  for (const { who, form } of cutOff) {
    if (!(await submit(client, who, form))) throw new Error(`${who.name} pressed again and was not told that it is in`);
  }
  bot.child.kill('SIGTERM');
  await bot.ended;
  const seen = await namesInHub(dir);
  return { told, cutOff: cutOff.map(({ who }) => who.name), seen };
}
