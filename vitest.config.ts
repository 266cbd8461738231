import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

/** Tests that change what other files of their process would see: mocked clients, the environment, the output. */
const apart = [
  'test/cli/*.test.ts',
  'test/cli/lists/*.test.ts',
  'test/cli/screening/*.test.ts',
  'test/cli/stage/publish-lists.test.ts',
  'test/lambdas/personal-data.test.ts',
  'test/lambdas/sweep-pending.test.ts',
  'test/lambdas/runtime/notice-delivery.test.ts',
  'test/lambdas/runtime/webhook-secrets.test.ts',
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
    sequence: { sequencer: LongestFirst },
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
