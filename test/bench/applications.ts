import { type Cost, hubWith } from '../support/application-costs.ts';
import { sqliteHome } from '../support/store-homes.ts';

const rounds = 24;
const middle = (numbers: number[]) => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

/**
 * What leads' work on applications costs in a hub with 5,000 of them, beside one with 50: calls and estimated request
 * units must be the same, time at most half as much again. Both are measured in turns.
 */
export async function benchApplications(): Promise<void> {
  const homes = [await sqliteHome(), await sqliteHome()];
  const hubs = await Promise.all(homes.map(async (home, n) => hubWith(await home.open(), n === 0 ? 50 : 5000)));
  console.log('\nApplications: a hub with 5,000 beside one with 50      calls      units        ms   ratio');
  for (const name of hubs[0]?.names ?? []) {
    const costs: Cost[][] = [[], []];
    for (let round = 0; round < rounds; round++)
      for (const [n, hub] of hubs.entries()) costs[n]?.push(await hub.cost(name));
    console.log(line(name, costs));
  }
  for (const home of homes) await home.close();
}

function line(name: string, costs: Cost[][]): string {
  const [few, many] = costs.map((all) => middle(all.map(({ ms }) => ms)));
  const calls = costs.map(([one]) => (one ? one.gets + one.queries + one.commits : 0));
  const units = costs.map(([one]) => one?.units ?? 0);
  const ratio = (many ?? 0) / (few ?? 1);
  const same = calls[0] === calls[1] && units[0] === units[1];
  const verdict = same && ratio <= 1.5 ? '' : '  <- more than it may be';
  const figures = [calls.join(' | '), units.join(' | '), many?.toFixed(2), ratio.toFixed(2)];
  return `  ${name.padEnd(48)}${figures.map((one) => String(one).padStart(11)).join('')}${verdict}`;
}
