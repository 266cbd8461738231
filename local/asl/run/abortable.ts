import type { Clock } from '../../clock/clock.ts';

/** Settles as `promise` does, or rejects with the signal's reason as soon as it is aborted. */
export async function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = () => {
    reject(signal.reason);
  };
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** Waits until the clock has reached `dueAt` (ms since the epoch). */
export async function sleepUntil(clock: Clock, dueAt: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timer = clock.at(dueAt, () => {
    resolve(undefined);
  });
  try {
    await abortable(promise, signal);
  } finally {
    timer.cancel();
  }
}

/** Does `work` with a signal that is aborted at `dueAt` with `error`, beside being aborted from outside. */
export async function within<T>(
  limit: { readonly clock: Clock; readonly dueAt: number; readonly error: Error },
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (limit.dueAt === Infinity) return abortable(work(signal), signal);
  const deadline = new AbortController();
  const timer = limit.clock.at(limit.dueAt, () => {
    deadline.abort(limit.error);
  });
  const either = AbortSignal.any([signal, deadline.signal]);
  try {
    return await abortable(work(either), either);
  } finally {
    timer.cancel();
  }
}
