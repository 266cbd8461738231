import { sha256 } from './list-digest.ts';
import type { ListEntry } from './list-entry.ts';

/** The fields that screening looks at: an entry that differs in none of them gives everybody the score it gave before. */
export const screenedFields = ['kind', 'names', 'birthDates', 'countries', 'identifiers'] as const;
export type ScreenedField = (typeof screenedFields)[number];
export type ScreenedEntry = Pick<ListEntry, ScreenedField>;

/** SHA-256 (hex) over the fields that screening uses. The order in which a list writes names or numbers is no part of it. */
export function entryDigest(entry: ScreenedEntry): string {
  return sha256(JSON.stringify(screenedFields.map((field) => canonical(entry, field))));
}

/** The fields in which two versions of one entry differ. */
export function differingFields(before: ScreenedEntry, after: ScreenedEntry): ScreenedField[] {
  const written = (entry: ScreenedEntry, field: ScreenedField) => JSON.stringify(canonical(entry, field));
  return screenedFields.filter((field) => written(before, field) !== written(after, field));
}

/** Values alone, in a fixed order, as texts or arrays of texts. */
function canonical(entry: ScreenedEntry, field: ScreenedField): string | string[] {
  switch (field) {
    case 'kind':
      return entry.kind;
    case 'names':
      return sorted(entry.names.map(({ text, quality, role, script }) => [text, quality, role, script]));
    case 'birthDates':
      return sorted(entry.birthDates.map(({ from, to, isApproximate }) => [from, to, isApproximate]));
    case 'countries':
      return [...entry.countries].sort();
    case 'identifiers':
      return sorted(entry.identifiers.map(({ kind, value, country }) => [kind, value, country]));
  }
}

function sorted(rows: readonly (readonly unknown[])[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
