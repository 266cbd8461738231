import type { FunctionErrorDocument } from './worker-messages.ts';

/** What one invocation came to, whichever way it ended. */
export interface InvocationResult {
  /** JSON text: what the handler returned, or the error document. */
  readonly payload: string;
  /** The handler threw, ran out of time or died: `X-Amz-Function-Error: Unhandled`. */
  readonly isError: boolean;
}

export interface MeasuredResult extends InvocationResult {
  /** Initialisation of a cold start (0 on a warm one) and the handler, in ms. */
  readonly durationMs: number;
}

export function failed(error: FunctionErrorDocument, durationMs: number): MeasuredResult {
  return { payload: JSON.stringify(error), isError: true, durationMs };
}
