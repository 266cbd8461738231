import { describe, expect, it } from 'vitest';
import { afterFailure, closedCircuit, mayAsk } from '../../../domain/verification/provider/circuit.ts';

const policy = { opensAfter: 3, openSeconds: 30 };
const now = new Date('2026-11-23T10:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const failed = (times: number) =>
  Array.from({ length: times }).reduce<typeof closedCircuit>(
    (circuit) => afterFailure(circuit, now, policy),
    closedCircuit,
  );

describe('the circuit to a provider', () => {
  it('stays closed below the policy’s number of failures in a row, and opens at it', () => {
    expect(mayAsk(failed(policy.opensAfter - 1), now)).toBe(true);
    expect(mayAsk(failed(policy.opensAfter), now)).toBe(false);
  });

  it('lets somebody try when its time is over, and one more failure opens it again', () => {
    const open = failed(policy.opensAfter);
    expect(mayAsk(open, later(policy.openSeconds - 1))).toBe(false);
    expect(mayAsk(open, later(policy.openSeconds))).toBe(true);
    const again = afterFailure(open, later(policy.openSeconds), policy);
    expect(mayAsk(again, later(policy.openSeconds + 1))).toBe(false);
  });
});
