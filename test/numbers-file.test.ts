import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { isWhole, readNumbers, writeNumbers } from '../services/questions/engine/numbers-file.ts';

const data = {
  labels: ['a', 'é'],
  model: { classes: 2, weights: Float32Array.of(0.5, -1.25, 3) },
  examples: { at: Uint16Array.of(1, 65_535), starts: Uint32Array.of(0, 70_000), none: new Int16Array() },
};
let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'numbers-'));
  file = path.join(folder, 'some.model');
});
afterEach(() => rm(folder, { recursive: true }));

test('What is written is read again, arrays as they were and each in memory of its own', async () => {
  await writeNumbers(file, data);
  expect(await isWhole(file)).toBe(true);
  const read = await readNumbers<typeof data>(file);
  expect(read).toEqual(data);
  expect(read?.model.weights.buffer.byteLength).toBe(data.model.weights.byteLength);
});

test('When a file is not there, or cut off anywhere, nothing is read', async () => {
  expect(await isWhole(file)).toBe(false);
  expect(await readNumbers(file)).toBeUndefined();
  await writeNumbers(file, data);
  const bytes = await readFile(file);
  for (let length = 0; length < bytes.length; length++) {
    await writeFile(file, bytes.subarray(0, length));
    expect(await isWhole(file)).toBe(false);
    expect(await readNumbers(file)).toBeUndefined();
  }
});

test('When what begins it is damaged, nothing is read', async () => {
  await writeNumbers(file, data);
  const bytes = await readFile(file);
  bytes[8] = 0;
  await writeFile(file, bytes);
  expect(await readNumbers(file)).toBeUndefined();
});
