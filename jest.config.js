import { readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8'));

/** Run it by `npm test`, which sets what Node needs for ES modules in Jest. */
export default {
  testEnvironment: '<rootDir>/test/support/test-environment.js',
  roots: ['<rootDir>/src', '<rootDir>/migrations', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.int-spec.ts', '<rootDir>/test/e2e/**/*.e2e-spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, sourceMaps: true }] },
  transformIgnorePatterns: ['/node_modules/'],
  moduleNameMapper: {
    // Sources name their neighbours by what they are built to.
    '^(\\.{1,2}/.*)\\.js$': '$1',
    // Jest loads it anew for nearly every file of tests: as one file, not as 226.
    '^rxjs$': '<rootDir>/node_modules/rxjs/dist/bundles/rxjs.umd.js',
    '^rxjs/operators$': '<rootDir>/test/support/rxjs-operators.cjs',
  },
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
  // One more than the processors that it has to do with: many suites wait for leases and locks to run out.
  maxWorkers: 3,
  // Jest never frees the ES modules of a suite (https://github.com/jestjs/jest/issues/11956): near the limit of its heap a
  // worker does little but collect garbage. A new one costs a second.
  workerIdleMemoryLimit: '1000MB',
  randomize: true,
  testTimeout: 30_000,
};
