import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // Two cores: one worker for the tests, one for the Lambda workers they start.
    maxWorkers: 2,
    globalSetup: ['test/support/synthesise.ts'],
  },
});
