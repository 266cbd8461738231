import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

/** The error a call is refused with, whose name is AWS's code. */
export async function refusal(
  call: Promise<unknown>,
  code: string,
): Promise<Error & Record<string, unknown>> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof Error, `expected ${code}, but the call succeeded`);
  assert.equal(error.name, code, error.message);
  return error as Error & Record<string, unknown>;
}

const longestWaitMs = 20_000;

/** Repeats an assertion until it holds: AWS's indexes follow their table within a second or so. */
export async function eventually(assertion: () => Promise<void>): Promise<void> {
  const giveUpAt = Date.now() + longestWaitMs;
  for (;;) {
    try {
      await assertion();
      return;
    } catch (error) {
      if (Date.now() >= giveUpAt) throw error;
      await pause(100);
    }
  }
}
