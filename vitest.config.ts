import { defineConfig } from 'vitest/config';

/** Tests that change what other files of their process would see: mocked clients, the environment, the output. */
const apart = [
  'test/adapters/**/*.test.ts',
  'test/cli/**/*.test.ts',
  'test/lambdas/**/*.test.ts',
  'test/lib/define-compliance.test.ts',
  'test/local/lambda/lambda.test.ts',
  'test/local/meter/usage-meter.test.ts',
  'test/local/synthesis.test.ts',
];

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // Two cores: while one test waits for a function or a child process, another can use its time.
    maxWorkers: 3,
    globalSetup: ['test/support/synthesise.ts'],
    projects: [
      // Loading the same modules anew for each file takes a fifth of the whole run.
      {
        extends: true,
        test: { name: 'shared', include: ['test/**/*.test.ts'], exclude: apart, isolate: false },
      },
      { extends: true, test: { name: 'apart', include: apart } },
    ],
  },
});
