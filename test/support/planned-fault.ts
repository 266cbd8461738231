/** What goes wrong in one invocation. */
export type Fault =
  /** The function throws before it has done anything: the nth time the nth of these names, the last one from then on. */
  | { readonly kind: 'throws'; readonly errors: readonly string[] }
  /** The function never answers. */
  | { readonly kind: 'hangs' }
  /** The function does all its work and its answer is lost. */
  | { readonly kind: 'losesAnswer' }
  /** The worker is killed as its nth such call, from 1, has been answered: the call's effect stands, nothing after. */
  | { readonly kind: 'diesAfterCall'; readonly call: string; readonly nth: number };

export interface PlannedFault {
  readonly id: string;
  /** Its folder under `lambdas/`. */
  readonly functionName: string;
  /** Only invocations whose event holds this text. */
  readonly eventHolds: string;
  /** How many invocations. */
  readonly times: number;
  readonly fault: Fault;
}
