import { z } from 'zod';
import { canonicalJson } from '../audit/canonical-json.ts';
import type { ScreeningQuery } from '../screening/screening.ts';

/** What of a party the lists were searched with when a match was judged. Personal: it is only ever stored sealed. */
export const JudgedQuery = z.object({
  name: z.string().optional(),
  otherNames: z.array(z.string()).optional(),
  kind: z.enum(['individual', 'entity', 'vessel', 'aircraft']).optional(),
  birthDate: z.string().optional(),
  countries: z.array(z.string()).optional(),
  identifiers: z.array(z.object({ kind: z.string().optional(), value: z.string() })).optional(),
});
export type JudgedQuery = z.infer<typeof JudgedQuery>;
export type QueryField = keyof typeof JudgedQuery.shape;

export const queryFields = Object.keys(JudgedQuery.shape) as QueryField[];

/** The names of the fields that differ, never their values; the order within a list does not count. */
export function queryChanges(before: ScreeningQuery, after: ScreeningQuery): QueryField[] {
  return queryFields.filter((field) => comparable(before[field]) !== comparable(after[field]));
}

function comparable(value: ScreeningQuery[QueryField]): string {
  if (value === undefined || typeof value === 'string') return canonicalJson(value ?? null);
  const items = value.map((item) => canonicalJson(typeof item === 'string' ? item : withoutHoles(item)));
  // An empty list says as little as none.
  return items.length === 0 ? 'null' : [...new Set(items)].sort().join('\n');
}

function withoutHoles({ kind, value }: { readonly kind?: string | undefined; readonly value: string }) {
  return kind === undefined ? { value } : { kind, value };
}
