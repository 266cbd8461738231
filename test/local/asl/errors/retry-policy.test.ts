import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RetryBudget, retryDelaySeconds } from '../../../../local/asl/errors/retry-policy.ts';

const seed = 20_261_123;
const half = () => 0.5;

test(`no delay exceeds MaxDelaySeconds, and without jitter none is shorter than the one before (seed ${seed})`, () => {
  const rule = fc.record({
    IntervalSeconds: fc.integer({ min: 1, max: 1000 }),
    BackoffRate: fc.double({ min: 1, max: 10, noNaN: true }),
    MaxDelaySeconds: fc.integer({ min: 1, max: 31_622_400 }),
  });
  fc.assert(
    fc.property(rule, fc.integer({ min: 0, max: 50 }), (parts, retries) => {
      const full = { ErrorEquals: ['States.ALL'], ...parts };
      const delay = retryDelaySeconds(full, retries, half);
      expect(delay).toBeLessThanOrEqual(parts.MaxDelaySeconds);
      expect(retryDelaySeconds(full, retries + 1, half)).toBeGreaterThanOrEqual(delay);
    }),
    { seed },
  );
});

test('full jitter takes a share of the delay', () => {
  const rule = { ErrorEquals: ['States.ALL'], IntervalSeconds: 8, JitterStrategy: 'FULL' } as const;
  expect(retryDelaySeconds(rule, 0, half)).toBe(4);
});

test('a rule that says nothing retries three times, after 1, 2 and 4 seconds', () => {
  const budget = new RetryBudget([{ ErrorEquals: ['States.ALL'] }]);
  const delays = Array.from({ length: 4 }, () => budget.take('Boom', half));
  expect(delays).toEqual([1, 2, 4, undefined]);
});

test('each rule counts its own retries', () => {
  const budget = new RetryBudget([
    { ErrorEquals: ['A'], MaxAttempts: 1 },
    { ErrorEquals: ['States.ALL'], MaxAttempts: 1 },
  ]);
  expect(['A', 'B', 'A', 'B'].map((error) => budget.take(error, half))).toEqual([1, 1, undefined, undefined]);
});
