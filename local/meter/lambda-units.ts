export interface LambdaInvocation {
  readonly memoryMb: number;
  /** Time to load the function, on a cold start; billed since 2025-08-01. */
  readonly initMs?: number;
  readonly handlerMs: number;
  /** Size of the event of an asynchronous invocation; a synchronous one is always one request. */
  readonly asynchronousEventBytes?: number;
}

export interface LambdaUnits {
  readonly requests: number;
  readonly billedMs: number;
  readonly megabyteMilliseconds: number;
}

/** An asynchronous event is one request up to here, and one more per further chunk. */
const firstRequestBytes = 256 * 1024;
const furtherRequestBytes = 64 * 1024;

/** What one invocation bills: milliseconds are rounded up once, load and handler together. */
export function lambdaUnits(invocation: LambdaInvocation): LambdaUnits {
  const { memoryMb, initMs = 0, handlerMs, asynchronousEventBytes = 0 } = invocation;
  const billedMs = Math.max(1, Math.ceil(initMs + handlerMs));
  const excessBytes = Math.max(0, asynchronousEventBytes - firstRequestBytes);
  return {
    requests: 1 + Math.ceil(excessBytes / furtherRequestBytes),
    billedMs,
    megabyteMilliseconds: memoryMb * billedMs,
  };
}
