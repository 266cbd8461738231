import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { AuditEntry } from '../../../domain/audit/audit-entry.ts';

/** A plain entry; the tests state only what matters to them. */
export function auditEntry(overrides: Partial<AuditEntry> = {}): AuditEntry {
  const subject = overrides.subject ?? { kind: 'account', id: 'acct_1', revision: 1 };
  return {
    v: 1,
    id: uuidFrom(`${subject.kind} ${subject.id} ${subject.revision}`),
    at: '2026-01-31T09:00:00.000Z',
    actor: { kind: 'system', id: 'decide-account' },
    action: 'account.decided',
    evidence: createHash('sha256').update(subject.id).digest('hex'),
    policies: { 'ofac-screening': '2026-01-01', 'bis-diligence': '1.2.0' },
    lists: null,
    outcome: ['approved'],
    ...overrides,
    subject,
  };
}

/** `count` entries of a few subjects, in the order of their times, revisions counting up for each subject. */
export function auditEntries(count: number, subjects = 7): AuditEntry[] {
  return Array.from({ length: count }, (_, index) =>
    auditEntry({
      at: new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString(),
      subject: {
        kind: 'account',
        id: `acct_${index % subjects}`,
        revision: Math.floor(index / subjects) + 1,
      },
    }),
  );
}

const code = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,127}$/);
const digest = fc.option(
  fc.string().map((text) => createHash('sha256').update(text).digest('hex')),
  { nil: null },
);

export const arbitraryEntry: fc.Arbitrary<AuditEntry> = fc.record({
  v: fc.constant(1 as const),
  id: fc.oneof(fc.uuid(), fc.ulid()),
  at: fc
    .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  actor: fc.record({ kind: fc.constantFrom('system', 'person', 'provider'), id: code }),
  action: fc.stringMatching(/^[a-z][A-Za-z0-9-]{0,20}(\.[a-z][A-Za-z0-9-]{0,20}){1,2}$/),
  subject: fc.record({
    kind: fc.stringMatching(/^[a-z][A-Za-z0-9-]{0,31}$/),
    id: code,
    revision: fc.integer({ min: 1, max: 999_999_999 }),
  }),
  evidence: digest,
  policies: fc.dictionary(
    fc.stringMatching(/^[A-Za-z][A-Za-z0-9._-]{0,63}$/),
    fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/),
    { maxKeys: 5, noNullPrototype: true },
  ),
  lists: digest,
  outcome: fc.array(code, { maxLength: 5 }),
});

function uuidFrom(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
