import { z } from 'zod';
import { differingFields, type ScreenedEntry, type ScreenedField } from '../lists/entry-digest.ts';

const text = z.string();
const kinds = ['individual', 'entity', 'vessel', 'aircraft', 'unknown'] as const;
const identifierKinds = [
  ...(['email', 'imo', 'lei', 'mmsi', 'nationalId', 'passport', 'registrationNumber'] as const),
  ...(['swift', 'taxId', 'wallet', 'website'] as const),
] as const;

/** What of a listed party a match is judged on: all that screening looks at. It is public. */
export const JudgedEntry = z.object({
  kind: z.enum(kinds),
  names: z.array(
    z.object({
      text,
      quality: z.enum(['strong', 'weak']),
      role: z.enum(['primary', 'aka', 'fka', 'nka']),
      script: text.exactOptional(),
    }),
  ),
  birthDates: z.array(z.object({ text, from: text, to: text, isApproximate: z.boolean() })),
  countries: z.array(text),
  identifiers: z.array(
    z.object({ kind: z.enum(identifierKinds), value: text, country: text.exactOptional() }),
  ),
});
export type JudgedEntry = z.infer<typeof JudgedEntry>;

/** One field of a list entry that is no longer what was judged. */
export interface EntryChange {
  readonly field: ScreenedField;
  readonly before: unknown;
  readonly after: unknown;
}

export function judgedEntry({ kind, names, birthDates, countries, identifiers }: ScreenedEntry): JudgedEntry {
  return JudgedEntry.parse({ kind, names, birthDates, countries, identifiers });
}

/** What differs between the entry as it was judged and as it is listed now, as a run over a list's changes sees it. */
export function entryChanges(before: JudgedEntry, after: JudgedEntry): EntryChange[] {
  return differingFields(before, after).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }));
}
