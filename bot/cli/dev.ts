import { type DemoRole, demoHub, played, playgroundPorts } from '../../services/demo/people.ts';
import { type BotProcess, startBot } from './bot-process.ts';
import { type Playground, startPlayground } from './playground.ts';
import { refuseTakenPorts } from './ports.ts';

/** What to say first, to see what the bot is for. */
const firstWords: [role: DemoRole, title: string, words: string][] = [
  ['teacher', 'Teacher', 'can I apply? I have QTS and 18 months at an academy'],
  ['specialist', 'Specialist', 'how many days is Year One?'],
  ['hub-lead', 'Hub lead', 'applications'],
  ['coordinator', 'Coordinator', 'applications'],
];

/** The bot with a made-up hub and a local Teams client for each role, until Ctrl-C. */
async function dev(port: number): Promise<void> {
  await refuseTakenPorts([port, ...Object.values(playgroundPorts)]);
  const asked = askedToStop();
  const bot = startBot({ PORT: String(port) });
  const playgrounds = firstWords.map(([role]) => startPlayground(role, bot.url));
  try {
    await Promise.race([asked, run(bot, playgrounds)]);
  } finally {
    await Promise.all([bot, ...playgrounds].map((part) => part.stop()));
  }
}

/** Says what to do when all is ready. Never returns: throws when a part will not start, or ends. */
async function run(bot: BotProcess, playgrounds: Playground[]): Promise<never> {
  await Promise.all([bot, ...playgrounds].map(({ ready }) => ready));
  console.log(welcome(bot.url));
  const ends = [
    bot.ended.then((how) => `The bot has stopped (${how}).`),
    ...playgrounds.map(({ url, ended }) => ended.then((how) => `The Playground at ${url} has stopped (${how}).`)),
  ];
  throw new Error(await Promise.race(ends));
}

/** Resolves on Ctrl-C, or when asked to end in another way. */
function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

function welcome(url: string): string {
  const rows = firstWords.map(([role, title, words]) => {
    const address = `http://127.0.0.1:${playgroundPorts[role]}`;
    return `  ${title.padEnd(12)} ${played[role].name.padEnd(14)} ${address}   ${words}`;
  });
  return `
The bot is running on ${url}, with a made-up hub, ${demoHub.name}. Nobody in it is real.
Open these four pages, then type what stands beside each. A page shows only what comes while it is open.

${rows.join('\n')}

Ctrl-C stops everything.
`;
}

try {
  await dev(Number(process.env.PORT || 3978));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
