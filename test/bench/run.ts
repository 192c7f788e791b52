import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { demoPeople, demoTenantId } from '../../services/demo/people.ts';
import { benchApplications } from './applications.ts';
import { type Load, load, startConnector } from './load.ts';
import { type Server, startServer } from './servers.ts';

/**
 * `npm run bench`: what a turn costs, as ratios in one run on this machine. Every server answers the same load through
 * the same connector stand-in, in turns, and the medians are compared: single figures mean nothing on a shared machine.
 */
const rounds = Number(process.env.ROUNDS ?? 5);
const turns = Number(process.env.TURNS ?? 1500);
const users = 8;
const flatTurns = 10_000;

const connector = await startConnector();
const dir = mkdtempSync(path.join(os.tmpdir(), 'bench-'));
const servers = {
  bot: await startServer('bot', { DATA_DIR: dir }),
  stock: await startServer('stock'),
  bare: await startServer('bare'),
};

type Line = { name: string; server: Server; text: string };
const lines: Line[] = [
  { name: 'help turn', server: servers.bot, text: 'help' },
  { name: 'question turn', server: servers.bot, text: 'how many days is year one' },
  { name: 'stock echo', server: servers.stock, text: 'help' },
  { name: 'bare echo', server: servers.bare, text: 'help' },
];

const people = demoPeople.slice(0, users).map(({ name, objectId }) => ({ name, objectId, tenantId: demoTenantId }));
const run = ({ server, text }: Line, count: number) => load({ connector, server, text, people, turns: count });

for (const line of lines) await run(line, 4000);
const results = new Map<string, Load[]>(lines.map(({ name }) => [name, []]));
for (let round = 0; round < rounds; round++) {
  for (const line of lines) results.get(line.name)?.push(await run(line, turns));
}

const middle = (name: string, pick: (one: Load) => number): number => {
  const sorted = (results.get(name) ?? []).map(pick).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
};

console.log(`\n${users} people at once, median of ${rounds} rounds of ${turns} turns`);
console.log('                  turns/s   p50 ms   p99 ms   CPU µs/turn   turns/s ÷ stock   ÷ bare');
for (const { name } of lines) {
  const perSecond = middle(name, (one) => one.perSecond);
  const figures = [
    perSecond.toFixed(0).padStart(9),
    middle(name, (one) => one.p50)
      .toFixed(2)
      .padStart(9),
    middle(name, (one) => one.p99)
      .toFixed(2)
      .padStart(9),
    middle(name, (one) => one.cpuMicros)
      .toFixed(0)
      .padStart(14),
    (perSecond / middle('stock echo', (one) => one.perSecond)).toFixed(2).padStart(18),
    (perSecond / middle('bare echo', (one) => one.perSecond)).toFixed(2).padStart(9),
  ];
  console.log(`${name.padEnd(16)}${figures.join('')}`);
}

const [help, question] = lines;
const residentBefore = servers.bot.residentMb();
if (help && question)
  for (let done = 0; done < flatTurns; done += 2000) {
    await run(help, 1000);
    await run(question, 1000);
  }
console.log(
  `\nResident memory of the bot: ${residentBefore.toFixed(0)} MB, after ${flatTurns} more turns ${servers.bot.residentMb().toFixed(0)} MB`,
);

for (const server of Object.values(servers)) await server.stop();
const starts: number[] = [];
for (let n = 0; n < 5; n++) {
  const server = await startServer('bot', { DATA_DIR: dir });
  starts.push(server.readyMs);
  await server.stop();
}
console.log(
  `Cold start to ready: ${starts.sort((a, b) => a - b)[2]?.toFixed(0)} ms (median of 5: ${starts.map((ms) => ms.toFixed(0)).join(', ')})`,
);
await connector.close();
await benchApplications();
rmSync(dir, { recursive: true });
