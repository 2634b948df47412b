/**
 * Type errors are the business of `npm run check`; the tests only strip the types.
 * No test fails because a machine is slow: what hangs ends after the time of the suite, not of a guess at how long it takes.
 * A part is a real program that a test starts: its tests live in test/real/<part>/. The tests in test/cluster/ need a
 * cluster that somebody else has brought up.
 */
const common = {
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
  modulePathIgnorePatterns: [
    '<rootDir>/dist',
    '<rootDir>/cdktf.out',
    '<rootDir>/apps/frontend',
    '<rootDir>/apps/.built',
  ],
};

const real = (part) => ({
  ...common,
  displayName: part,
  testMatch: [`<rootDir>/test/real/${part}/**/*.test.ts`],
  globalSetup: `<rootDir>/test/real/${part}/setup.ts`,
});

/** Tests that need nothing but Node. */
const unit = {
  ...common,
  displayName: 'unit',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/test/real/', '/test/cluster/'],
};

/**
 * Proofs over thousands of inputs, and whole programs that are started: nearly every change could break them, hardly one
 * breaks them alone, and they take most of the time.
 */
const thorough = [
  '/test/analysis/(fuzz|rendered)\\.test',
  '/test/projections/random',
  '/test/cli/(analysis|main|start-up)\\.test',
  '/test/cli/(doctor/doctor|down/down|drill/drill|load/load-test|open/command|up/up)\\.test',
  '/test/stacks/determinism\\.test',
];

module.exports = {
  testTimeout: 20 * 60_000,
  projects: [
    unit,
    {
      ...unit,
      displayName: 'changed',
      testPathIgnorePatterns: [...unit.testPathIgnorePatterns, ...thorough],
    },
    { ...common, displayName: 'cluster', testMatch: ['<rootDir>/test/cluster/**/*.test.ts'] },
    real('api'),
    real('envoy'),
    real('istio'),
    real('prometheus'),
    real('load'),
    real('operate'),
    real('apps'),
  ],
};
