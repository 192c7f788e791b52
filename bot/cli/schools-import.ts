import { createReadStream, existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { systemClock } from '../../services/clock.ts';
import type { Deps } from '../../services/deps.ts';
import { openSchools } from '../../services/schools/find-schools.ts';
import { importRegister, type RegisterImported } from '../../services/schools/import-register.ts';
import type { Counts, FileProblem } from '../../services/schools/register-rows.ts';
import { type Config, readConfig } from '../config.ts';
import { openStore } from '../open-store.ts';
import { progressBar } from './progress-bar.ts';

const usage = `npm run schools:import -- FILE

FILE is the DfE's register of schools as CSV: "All establishment data" or the download of a search, from
get-information-schools.service.gov.uk/Downloads`;

/** Takes the DfE's register of schools into the store that the environment names. It opens no door, so that it asks for no credentials. */
async function main(): Promise<void> {
  const [file, ...more] = process.argv.slice(2).filter((argument) => argument !== '--local');
  if (!file || more.length > 0 || file.startsWith('-')) return refuse(usage);
  const info = await stat(file).catch(() => undefined);
  if (!info?.isFile()) return refuse(`There is no file ${file}.`);
  if (existsSync('.env')) process.loadEnvFile('.env');
  const read = readConfig({ ...storeByAccount(), ...process.env }, { local: true });
  if ('problems' in read)
    return refuse(`Put this right in the environment (see .env.example):\n${lines(read.problems)}`);
  const store = await openStore(read.config.store);
  const bar = progressBar(process.stderr, info.size);
  try {
    const deps: Deps = {
      store,
      clock: systemClock,
      linkSecret: read.config.linkSecret,
      schools: openSchools(store, systemClock),
      outbox: { committed: async () => {} },
    };
    const started = performance.now();
    const result = await importRegister(deps, 'operator', () => createReadStream(file), bar.show);
    bar.end();
    report(file, result, read.config, (performance.now() - started) / 1000);
  } finally {
    bar.end();
    await store.close();
  }
}

/** Whoever names a Cosmos DB account means it, also where nothing else says that this is for production. */
const storeByAccount = () => (process.env.COSMOS_ENDPOINT ? { STORE: 'cosmos' } : {});

function report(file: string, result: RegisterImported, { store }: Config, seconds: number): void {
  switch (result.kind) {
    case 'refused':
      refuse(
        `Nothing was imported from ${file}; what was imported before still counts.\n${lines(result.problems.map(problemText))}`,
      );
      return;
    case 'imported':
    case 'same': {
      const { kind, kept, before, types, phases, leftOut } = result;
      const where = store.kind === 'cosmos' ? `${store.endpoint} ${store.database}/${store.container}` : store.dir;
      const earlier = before === undefined ? '' : ` The import before had ${number(before)}.`;
      console.log(
        `${number(kept)} open establishments are in ${where}, after ${seconds.toFixed(1)} s.${earlier}${kind === 'same' ? ' They are the same as before.' : ''}`,
      );
      if (before !== undefined && kept < before / 2)
        console.log(
          'That is less than half of what there was. If it was meant otherwise, import the whole register again.',
        );
      console.log(`\nKept, by phase:\n${countLines(phases)}\nKept, by type:\n${countLines(types)}`);
      console.log(leftOut.size > 0 ? `Left out, because not open:\n${countLines(leftOut)}` : 'All were open.');
    }
  }
}

function problemText(problem: FileProblem): string {
  switch (problem.fault) {
    case 'empty':
      return 'The file has no rows.';
    case 'none-open':
      return 'No establishment in the file is open.';
    case 'not-a-table':
      return 'The file is no CSV. If it is a zip, unpack it first.';
    case 'columns-missing':
      return `Line ${problem.line}: these columns are missing: ${problem.columns.join(', ')}`;
    case 'quote':
      return `Line ${problem.line}: a quotation mark stands where none may be, or does not close.`;
    case 'fields':
      return `Line ${problem.line}: ${problem.fields} fields instead of ${problem.expected}`;
    case 'urn':
      return `Line ${problem.line}: “${problem.found}” is no URN.`;
    case 'name':
      return `Line ${problem.line}: URN ${problem.found} has no name.`;
    case 'twice':
      return `Line ${problem.line}: URN ${problem.urn} is there a second time.`;
  }
}

function refuse(reason: string): void {
  console.error(reason);
  process.exitCode = 1;
}

const number = (count: number) => count.toLocaleString('en-GB');
const lines = (texts: string[]) => texts.map((text) => `  ${text}\n`).join('');
const countLines = (counts: Counts) =>
  lines(
    [...counts]
      .sort(([, a], [, b]) => b - a)
      .map(([name, count]) => `${number(count).padStart(7)}  ${name || '(not said)'}`),
  );

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.error('What was imported before still counts.');
  process.exitCode = 1;
});
