import base from './jest.config.js';

/** The long proofs: kills, storms. `npm run soak`. */
export default {
  ...base,
  testMatch: ['**/soak/**/*.soak.ts'],
  testPathIgnorePatterns: [],
};
