import { z } from 'zod';
import { RowId } from '../../domain/screening/rows/query-row.ts';
import type { RefusedRow } from '../../domain/screening/rows/result-row.ts';
import { faultsOf } from '../../domain/validation/faults.ts';
import type { Line } from './split-lines.ts';

export type ReadRow<T> = { readonly row: T; readonly notUsed: readonly string[] } | RefusedRow;

const WithId = z.object({ id: RowId });

/** Reads one line of NDJSON. Members that the schema does not know are left out of the row, and named by their pointers. */
export function readRow<T>(schema: z.ZodType<T>, line: Line): ReadRow<T> {
  if ('fault' in line) return refused(line, undefined, `the line ${line.fault}`);
  const value = parsed(line.text);
  if (value === undefined) return refused(line, undefined, 'the line must be JSON');
  const result = schema.safeParse(value);
  if (result.success) return { row: result.data, notUsed: [...new Set(leftOut(value, result.data))] };
  const faults = faultsOf(result.error).map(({ pointer, problem }) => `${pointer || 'the line'} ${problem}`);
  return refused(line, value, faults.join('; '));
}

/** Pointers of what was given and is not in what was read of it; items of an array have the array's. */
function leftOut(given: unknown, read: unknown, pointer = ''): string[] {
  if (!isObject(given) || !isObject(read)) return [];
  return Object.keys(given).flatMap((key) => {
    const place = Array.isArray(given) ? pointer : `${pointer}/${key}`;
    return Object.hasOwn(read, key) ? leftOut(given[key], read[key], place) : [place];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
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
