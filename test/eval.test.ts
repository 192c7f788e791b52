import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const wordings: Record<string, string[]> = {
  balance: ['what is my balance', 'how much money do i have', 'show my account balance', 'what is left on my account'],
  flight: ['book a flight to rome', 'i need a plane ticket', 'find flights for friday', 'a seat on the next plane'],
  song: ['play the next song', 'skip this track', 'next tune please', 'move on to another song'],
};
const labelled = Object.entries(wordings).flatMap(([label, texts]) => texts.map((text) => ({ text, label })));
const asked = [
  { text: 'how much is on my account', label: 'balance' },
  { text: 'book me a plane', label: 'flight' },
  { text: 'another tune', label: 'song' },
  { text: 'why do volcanoes erupt', label: 'oos' },
];

test('When it is tried on anybody’s labelled texts, it prints how well they are told apart, how fast and in what memory', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'eval-'));
  try {
    const [train, tested] = ['train.json', 'test.json'].map((name) => path.join(folder, name)) as [string, string];
    await writeFile(train, JSON.stringify(labelled));
    await writeFile(tested, JSON.stringify(asked));
    const run = promisify(execFile)(process.execPath, ['test/eval/run.ts', '--train', train, '--test', tested]);
    const { stdout } = await run;
    expect(stdout).toMatch(/^in-scope accuracy +100\.0 %$/m);
    expect(stdout).toMatch(/^out-of-scope recall +100\.0 % at 95 % acceptance by cross-validation$/m);
    expect(stdout).toMatch(/^per query +p50 [\d.]+ ms, p95 [\d.]+ ms, p99 [\d.]+ ms$/m);
    expect(stdout).toMatch(/^peak RSS +\d+ MB$/m);
  } finally {
    await rm(folder, { recursive: true });
  }
});
