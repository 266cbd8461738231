import { SiblingFailed } from '../errors/interruption.ts';
import type { Run } from './run.ts';

/**
 * Runs `count` tasks, at most `limit` at a time, and returns their results in order. The first failure aborts the
 * others; it is thrown once all of them have stopped, so that nothing runs on behind the state's back.
 */
export async function together<T>(
  run: Run,
  work: { readonly count: number; readonly limit: number },
  task: (index: number, signal: AbortSignal) => Promise<T>,
): Promise<T[]> {
  const { activity } = run.ports;
  const siblings = new AbortController();
  const signal = AbortSignal.any([run.signal, siblings.signal]);
  const results = new Array<T>(work.count);
  const failures: unknown[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < work.count && !signal.aborted) {
      const index = next;
      next += 1;
      try {
        results[index] = await activity.work(() => task(index, signal));
      } catch (error) {
        failures.push(error);
        siblings.abort(new SiblingFailed());
      }
    }
  };
  await activity.rest(Promise.all(Array.from({ length: Math.min(work.limit, work.count) }, worker)));
  run.signal.throwIfAborted();
  if (failures.length > 0) throw failures[0];
  return results;
}
