import type { z } from 'zod';

/**
 * Reads a function's environment once, at start. A variable that is missing or wrong stops the function by name:
 * better at the first cold start than at the first customer.
 */
export function readEnvironment<T>(schema: z.ZodType<T>, environment: NodeJS.ProcessEnv = process.env): T {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.message})`).join(', ');
  throw new Error(
    `the environment of this function is incomplete: ${faults}. Set it in the function's construct.`,
  );
}
