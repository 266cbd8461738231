import { z } from 'zod';

/** What is remembered of an outside provider, so that one that keeps failing is left alone for a while. */
export const Circuit = z.strictObject({
  /** Failures since the last success. */
  failures: z.int().min(0),
  /** Nobody asks before this instant; `null`: it was not opened. */
  openUntil: z.iso.datetime().nullable(),
});
export type Circuit = z.infer<typeof Circuit>;

export interface CircuitPolicy {
  /** As many failures in a row open the circuit. */
  readonly opensAfter: number;
  readonly openSeconds: number;
}

export const closedCircuit: Circuit = { failures: 0, openUntil: null };

/** Once the time is over somebody may try: one more failure opens the circuit again. */
export function mayAsk({ openUntil }: Circuit, now: Date): boolean {
  return openUntil === null || now.getTime() >= Date.parse(openUntil);
}

export function afterFailure(circuit: Circuit, now: Date, policy: CircuitPolicy): Circuit {
  const failures = Math.min(circuit.failures + 1, policy.opensAfter);
  if (failures < policy.opensAfter) return { failures, openUntil: null };
  return { failures, openUntil: new Date(now.getTime() + policy.openSeconds * 1000).toISOString() };
}
