import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEntry } from '../../../domain/audit-verifier/entry-form.ts';
import { explainEntry } from '../../../domain/audit-verifier/explain-entry.ts';
import { AuditEntry, auditEntryText } from '../../../domain/audit/audit-entry.ts';
import { canonicalJson } from '../../../domain/audit/canonical-json.ts';
import { arbitraryEntry } from '../audit/audit-entries.ts';

describe('the verifier’s own idea of an entry', () => {
  it('takes in whatever the writer can write', () => {
    fc.assert(
      fc.property(arbitraryEntry, (entry) => {
        const { kind, id, revision } = entry.subject;
        expect(readEntry(auditEntryText(entry))).toEqual({
          id: entry.id,
          subject: `${kind}#${id}`,
          revision,
        });
      }),
      { seed: 8, numRuns: 500 },
    );
  });

  it('refuses what the writer’s schema refuses, and nothing else, after any one change', () => {
    const keys = Object.keys(AuditEntry.shape);
    const change = fc.record({
      key: fc.constantFrom(...keys, 'other'),
      value: fc.jsonValue({ maxDepth: 2 }),
    });
    fc.assert(
      fc.property(arbitraryEntry, change, (entry, { key, value }) => {
        const changed = { ...entry, [key]: value };
        const isEntry = AuditEntry.safeParse(changed).success;
        const text = canonicalJson(changed);
        expect(readEntry(Buffer.from(text).toString('latin1')) !== null).toBe(isEntry);
        if (!isEntry) expect(explainEntry(text).because).toContain(key === 'other' ? 'canonical' : key);
      }),
      { seed: 9, numRuns: 500 },
    );
  });

  it('refuses a text with any one character changed, unless that is another entry', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      to: fc.string({ unit: 'binary-ascii', minLength: 0, maxLength: 2 }),
    });
    fc.assert(
      fc.property(arbitraryEntry, edit, (entry, { at, to }) => {
        const text = auditEntryText(entry);
        const index = Math.floor(at * text.length);
        const edited = text.slice(0, index) + to + text.slice(index + 1);
        expect(readEntry(edited) !== null).toBe(isCanonicalEntry(edited));
      }),
      { seed: 10, numRuns: 1000 },
    );
  });

  it('shows nothing of a bad entry that a terminal would obey', () => {
    expect(explainEntry('\u001b[2Jgone\u009b').found).toBe('?[2Jgone?');
  });
});

function isCanonicalEntry(text: string): boolean {
  try {
    const parsed = AuditEntry.safeParse(JSON.parse(text));
    return parsed.success && canonicalJson(parsed.data) === text;
  } catch {
    return false;
  }
}
