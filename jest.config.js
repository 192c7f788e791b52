import { existsSync, statfsSync } from 'node:fs';

// Stores that wait for a disk at every commit are most of the time of the tests: where there is room, they lie in memory.
const memory = '/dev/shm';
const room = existsSync(memory) ? statfsSync(memory) : { bavail: 0, bsize: 0 };
if (room.bavail * room.bsize > 2 ** 31) process.env.TMPDIR ??= memory;

/** Tests that need no browser and no network. The long proofs have their own configuration, `jest.soak.config.js`. */
export default {
  // Node runs the tests itself, types and all: what they import is loaded once for all files, not once for each.
  runner: 'jest-light-runner',
  testEnvironment: 'node',
  maxWorkers: '100%',
  globalSetup: '<rootDir>/test/support/learn-once.ts',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/test/soak/', '/test/e2e/'],
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  setupFilesAfterEnv: ['<rootDir>/test/support/time-limits.ts'],
};
