/** Tests that need no browser and no network. The long proofs have their own configuration, `jest.soak.config.js`. */
export default {
  testEnvironment: 'node',
  maxWorkers: '100%',
  globalSetup: '<rootDir>/test/support/learn-once.ts',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/test/soak/', '/test/e2e/'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', importAttributes: true },
          experimental: { keepImportAttributes: false },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  extensionsToTreatAsEsm: [],
  testTimeout: 20_000,
};
