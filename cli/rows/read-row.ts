import { z } from 'zod';
import { RowId } from '../../domain/screening/rows/query-row.ts';
import type { RefusedRow } from '../../domain/screening/rows/result-row.ts';
import { faultsOf } from '../../domain/validation/faults.ts';
import type { Line } from './split-lines.ts';

export type ReadRow<T> = { readonly row: T; readonly unknownKeys: readonly string[] } | RefusedRow;

const WithId = z.object({ id: RowId });

/** Reads one line of NDJSON. Members that the schema does not know are left out of the row, and named. */
export function readRow<T>(schema: z.ZodObject & z.ZodType<T>, line: Line): ReadRow<T> {
  if ('fault' in line) return refused(line, undefined, `the line ${line.fault}`);
  const value = parsed(line.text);
  if (value === undefined) return refused(line, undefined, 'the line must be JSON');
  const result = schema.safeParse(value);
  if (result.success) {
    const keys = Object.keys(value as object);
    return { row: result.data, unknownKeys: keys.filter((key) => !Object.hasOwn(schema.shape, key)) };
  }
  const faults = faultsOf(result.error).map(({ pointer, problem }) => `${pointer || 'the line'} ${problem}`);
  return refused(line, value, faults.join('; '));
}

function refused(line: Line, value: unknown, because: string): RefusedRow {
  const { data } = WithId.safeParse(value);
  return { ...(data ? { id: data.id } : {}), line: line.number, outcome: 'refused', because };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
