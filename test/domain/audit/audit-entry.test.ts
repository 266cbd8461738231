import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AuditEntry, auditEntryKey, auditEntryText } from '../../../domain/audit/audit-entry.ts';
import { arbitraryEntry, auditEntry } from './audit-entries.ts';

describe('an audit entry', () => {
  it('is stored as text that reads back as the same entry', () => {
    fc.assert(
      fc.property(arbitraryEntry, (entry) => {
        expect(AuditEntry.parse(JSON.parse(auditEntryText(entry)))).toEqual(entry);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('stays far below the 65,535 bytes a bundle allows, however full it is', () => {
    const longest = 'x'.repeat(128);
    const policies = Object.fromEntries(
      Array.from({ length: 64 }, (_, index) => [`p${String(index).padEnd(63, 'x')}`, 'v'.repeat(64)]),
    );
    const entry = auditEntry({ outcome: new Array<string>(64).fill(longest), policies });
    expect(auditEntryText(entry).length).toBeLessThan(20_480);
  });

  it.each([
    ['a person’s name as actor', { actor: { kind: 'person', id: 'Jane Doe' } }],
    ['an e-mail address as actor', { actor: { kind: 'person', id: 'jane@example.com' } }],
    ['an actor of no known kind', { actor: { kind: 'robot', id: 'r2' } }],
    ['a sentence as outcome', { outcome: ['looked fine to me'] }],
    ['revision 0', { subject: { kind: 'account', id: 'acct_1', revision: 0 } }],
    ['a time with an offset', { at: '2026-01-31T10:00:00.000+01:00' }],
    ['a time without milliseconds', { at: '2026-01-31T10:00:00Z' }],
    ['a day that does not exist', { at: '2026-02-30T10:00:00.000Z' }],
    ['an id that is neither ULID nor UUID', { id: 'entry-1' }],
    ['a digest in capitals', { evidence: 'A'.repeat(64) }],
    ['an action without a dot', { action: 'decided' }],
    ['a key nobody defined', { note: 'x' }],
  ])('refuses %s', (_what, change) => {
    expect(AuditEntry.safeParse({ ...auditEntry(), ...change }).success).toBe(false);
  });

  it('has a key of its subject and revision', () => {
    expect(auditEntryKey(auditEntry({ subject: { kind: 'case', id: 'c_9', revision: 3 } }))).toBe(
      'case#c_9#3',
    );
  });
});
