import { createHash } from 'node:crypto';

/** The draws of one execution, in [0, 1): what share of its longest wait each retry with `FULL` jitter takes. */
export type Jitter = (execution: string) => () => number;

/**
 * Draws that differ from execution to execution and are the same whenever the same execution runs again, in whatever
 * order the executions take their turns: a run in which a retry came too soon can be repeated.
 */
export function seededJitter(seed: number): Jitter {
  return (execution) => {
    let drawn = 0;
    return () => {
      drawn += 1;
      const digest = createHash('sha256').update(`${seed} ${execution} ${drawn}`).digest();
      return digest.readUInt32BE(0) / 2 ** 32;
    };
  };
}
