import { describe, expect, it } from 'vitest';
import { seededJitter } from '../../../local/asl/run/jitter.ts';

const drawn = (seed: number, execution: string) => {
  const draw = seededJitter(seed)(execution);
  return Array.from({ length: 200 }, () => draw());
};

describe('the jitter of a seed', () => {
  it('is the same whenever the same execution runs again', () => {
    expect(drawn(1, 'evt_a-1')).toEqual(drawn(1, 'evt_a-1'));
  });

  it('differs from retry to retry, from execution to execution and from seed to seed', () => {
    const all = [...drawn(1, 'evt_a-1'), ...drawn(1, 'evt_b-1'), ...drawn(2, 'evt_a-1')];
    expect(new Set(all).size).toBe(all.length);
  });

  it('spreads over the whole wait', () => {
    const draws = drawn(1, 'evt_a-1');
    expect(Math.min(...draws)).toBeLessThan(0.1);
    expect(Math.max(...draws)).toBeGreaterThan(0.9);
    expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true);
  });
});
