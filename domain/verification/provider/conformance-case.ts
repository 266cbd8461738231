import type { MethodOutcome } from '../method-result.ts';

/** How a delivery of the kit is signed: rightly, or in a way that an endpoint has to refuse. */
export const signings = ['right', 'wrongSecret', 'anHourOld', 'none'] as const;
export type Signing = (typeof signings)[number];

export interface ConformanceDelivery {
  readonly checkId: string;
  readonly body: string;
  readonly signing: Signing;
  /** The statuses that are right; with 200 the answer is read. */
  readonly statuses: readonly number[];
  /** What a 200 may come to. */
  readonly outcomes: readonly MethodOutcome[];
  /** A stub may pass it as well, as long as it says that it is one (mode `test`). */
  readonly mayPassInTest: boolean;
}

export interface ConformanceCase {
  readonly id: string;
  /** What the vendor has to keep to. */
  readonly rule: string;
  /** Sent one after the other. */
  readonly deliveries: readonly ConformanceDelivery[];
  /** All answers have to come to the same. */
  readonly isRepeat: boolean;
}

/** What came of one delivery. */
export type Observation =
  | {
      readonly status: number;
      readonly body: string;
      readonly isSigned: boolean;
      readonly isTooLarge: boolean;
      readonly seconds: number;
    }
  | { readonly failure: 'timeout' | 'unreachable' };
