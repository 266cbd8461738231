import { z } from 'zod';
import { AnswerIsNoError } from '../outcome-errors.ts';

const Refusal = z.looseObject({
  error: z.string(),
  faults: z.array(z.looseObject({ pointer: z.string(), problem: z.string() })).default([]),
});

/** What an API refused, as a sentence for a person. */
export function turnedAway(status: number, body: unknown): AnswerIsNoError {
  const refusal = Refusal.safeParse(body);
  if (!refusal.success) return new AnswerIsNoError(`answered ${status}: ${JSON.stringify(body)}`);
  const { error, faults } = refusal.data;
  const lines = faults.map(({ pointer, problem }) => `  ${pointer || '(the whole body)'}: ${problem}`);
  return new AnswerIsNoError([`${error} (${status})`, ...lines].join('\n'));
}
