import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { loadEncoder } from '../services/questions/engine/encoder.ts';
import { startEngine } from '../services/questions/engine/engine.ts';
import { plainTerms } from '../services/questions/engine/features.ts';
import { openLessons } from '../services/questions/engine/lessons.ts';
import { classifierFrom, learn } from '../services/questions/engine/model.ts';
import { understandingFrom } from '../services/questions/engine/understanding.ts';

const some = [
  ['what is my balance', 'how much money do i have', 'show my account balance', 'is there anything left on my account'],
  ['book a flight to rome', 'i need a plane ticket', 'find flights for friday', 'when does the next plane leave'],
].flatMap((texts, index) => texts.map((text) => ({ text, label: ['balance', 'flight'][index] ?? '' })));

test('When the encoder is there, a text is known by what it means, without a word in common', async () => {
  const encoder = await loadEncoder();
  expect(encoder).toBeDefined();
  const classifier = classifierFrom(await learn(some, plainTerms, encoder), plainTerms, encoder);
  const [found] = await classifier.classify(['which airline takes me to Italy']);
  expect(found).toMatchObject({ label: 'flight', encoded: true });
});

test('When the encoder fails in the middle, words decide alone', async () => {
  const encoder = await loadEncoder();
  const learnt = await learn(some, plainTerms, encoder);
  const broken = { embed: () => Promise.reject(new Error('gone')) };
  const [found] = await classifierFrom(learnt, plainTerms, broken).classify(['book me a flight']);
  expect(found).toMatchObject({ label: 'flight', encoded: false });
});

test('When the thread has ended, the next question starts it again', async () => {
  const engine = startEngine({ encoder: false });
  await engine.ready();
  const first = await engine.classify(['How long is the programme?']);
  expect(first[0]?.label).toBe('programme-length');
  await engine.stop();
  expect(await engine.classify(['How long is the programme?'])).toEqual(first);
  await engine.stop();
});

test('When it is stopped while questions wait, they are refused and nothing hangs', async () => {
  const engine = startEngine({ encoder: false });
  const waiting = engine.classify(['How long is the programme?']);
  await engine.stop();
  await expect(waiting).rejects.toThrow();
});

test('When what was learnt is damaged, it is taken away to be learnt again', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'damaged-'));
  try {
    const questions = path.join(folder, 'words.model');
    await writeFile(questions, 'not what was written');
    await expect(understandingFrom({ questions, eligibility: questions }, undefined)).rejects.toThrow('learnt again');
    expect(await readdir(folder)).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('When it is stopped while something is being learnt, that ends and leaves nothing behind', async () => {
  const lessons = openLessons({ cached: false });
  const learnt = lessons.learnt('eligibility');
  const ended = expect(learnt).rejects.toThrow();
  await lessons.stop();
  await ended;
  expect(await lessons.isKnown('eligibility')).toBe(false);
});
