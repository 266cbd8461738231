import { areKeysAscending, fieldForms, isOnCalendar } from './entry-form.ts';

export interface EntryProblem {
  readonly because: string;
  readonly expected: string;
  readonly found: string;
}

const inWords: Readonly<Record<string, string>> = {
  action: 'a dotted code of at most 64 characters',
  actor: '{"id": a code, "kind": person, provider or system}',
  at: 'an instant in UTC with milliseconds',
  evidence: 'null or SHA-256 in lower-case hex',
  id: 'a ULID or a lower-case UUID',
  lists: 'null or SHA-256 in lower-case hex',
  outcome: 'at most 64 codes',
  policies: 'at most 64 pack ids with their versions, sorted by id',
  subject: '{"id": a code, "kind": a code, "revision": 1 or more}',
  v: '1',
};

/** Why a text that `readEntry` refused is not the canonical JSON of an entry. */
export function explainEntry(text: string): EntryProblem {
  const entry = parseObject(text);
  if (!entry)
    return { because: 'the entry is not a JSON object', expected: 'a JSON object', found: excerpt(text) };
  for (const [key, form] of Object.entries(fieldForms)) {
    const value = JSON.stringify(sortedKeys(entry[key])) as string | undefined;
    if (value === undefined || !fits(key, form, value)) {
      const because = `the entry's ${key} breaks the shape`;
      return { because, expected: inWords[key] ?? '', found: excerpt(value ?? 'nothing') };
    }
  }
  return {
    because: 'the entry is not canonical JSON (RFC 8785)',
    expected: `the keys ${Object.keys(fieldForms).join(', ')} in this order, once each, without spaces`,
    found: excerpt(text),
  };
}

function fits(key: string, form: string, value: string): boolean {
  const groups = new RegExp(`^${form}$`).exec(value);
  if (!groups) return false;
  if (key === 'at') return isOnCalendar(groups.groups?.at ?? '');
  return key !== 'policies' || areKeysAscending(groups.groups?.policies ?? '');
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
      return parsed as Record<string, unknown>;
    }
  } catch {
    // Not JSON: the same answer as for JSON that is no object.
  }
  return null;
}

/** So that only the order, and not the values, is left to complain about at the end. */
function sortedKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Short, and printable on any terminal whatever the entry holds. */
function excerpt(text: string): string {
  const shown = text.slice(0, 120).replace(/[^\x20-\x7e]/g, '?');
  return text.length > 120 ? `${shown}…` : shown;
}
