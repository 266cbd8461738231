import type { z } from 'zod';
import { StoredRecordInvalidError } from '../../domain/errors/kyc-error.ts';

/** Reads a stored record through its schema. The error names the record and the field, never the value. */
export function readStored<T>(schema: z.ZodType<T>, name: string, item: unknown): T {
  const parsed = schema.safeParse(item);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => `/${issue.path.join('/')}: ${issue.code}`).join('; ');
  throw new StoredRecordInvalidError(`${name} does not have the stored shape this version reads: ${fields}`);
}
