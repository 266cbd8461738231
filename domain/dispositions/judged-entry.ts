import { z } from 'zod';
import { canonicalJson } from '../audit/canonical-json.ts';
import type { ListEntry } from '../lists/list-entry.ts';

const text = z.string();

/** What of a listed party a match is judged on. All of it is public. */
export const JudgedEntry = z.object({
  kind: text,
  names: z.array(z.object({ text, quality: text, role: text, script: text.optional() })),
  birthDates: z.array(z.object({ text, from: text, to: text, isApproximate: z.boolean() })),
  countries: z.array(text),
  identifiers: z.array(z.object({ kind: text, value: text, country: text.optional() })),
});
export type JudgedEntry = z.infer<typeof JudgedEntry>;

/** One field of a list entry that is no longer what was judged. Lists are in canonical order. */
export interface EntryChange {
  readonly field: keyof JudgedEntry;
  readonly before: unknown;
  readonly after: unknown;
}

const judgedFields = Object.keys(JudgedEntry.shape) as (keyof JudgedEntry)[];

export function judgedEntry({ kind, names, birthDates, countries, identifiers }: ListEntry): JudgedEntry {
  return JudgedEntry.parse({ kind, names, birthDates, countries, identifiers });
}

/** What differs between the entry as it was judged and as it is listed now; order and remarks do not count. */
export function entryChanges(before: JudgedEntry, after: JudgedEntry): EntryChange[] {
  return judgedFields.flatMap((field) => {
    const [was, is] = [ordered(before[field]), ordered(after[field])];
    return canonicalJson(was) === canonicalJson(is) ? [] : [{ field, before: was, after: is }];
  });
}

/** A list without order and repeats, so that a publisher who only re-orders has changed nothing. */
function ordered(value: JudgedEntry[keyof JudgedEntry]): unknown {
  if (typeof value === 'string') return value;
  const byText = new Map<string, unknown>(value.map((item) => [canonicalJson(item), item]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}
