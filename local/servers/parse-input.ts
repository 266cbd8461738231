import type { z } from 'zod';
import type { JsonObject } from './json-protocol.ts';
import { ServiceError } from './service-error.ts';

/**
 * Reads an operation's input by its schema; members it does not name are dropped, as AWS does.
 *
 * @throws ServiceError `ValidationException` (or `code`) naming the first member that does not fit
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: JsonObject,
  code = 'ValidationException',
): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const member = issue?.path.join('.') ?? '';
  throw new ServiceError(
    code,
    `the member ${member || '(input)'} is not valid: ${issue?.message ?? 'unknown'}`,
  );
}
