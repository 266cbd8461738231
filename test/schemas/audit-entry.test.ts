import { isDeepStrictEqual } from 'node:util';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AuditEntry, auditEntryText } from '../../domain/audit/audit-entry.ts';
import { arbitraryEntry, auditEntry } from '../domain/audit/audit-entries.ts';
import { mutationOf } from '../support/json-mutations.ts';
import { publishedValidator } from './published-validator.ts';

const seed = 6962;
const isPublishedForm = publishedValidator('audit-entry.schema.json');

describe('audit-entry.schema.json', () => {
  it('accepts every entry that can be written', () => {
    fc.assert(
      fc.property(arbitraryEntry, (entry) => {
        expect(isPublishedForm(JSON.parse(auditEntryText(entry)))).toBe(true);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('refuses whatever the writer would refuse or change', () => {
    fc.assert(
      fc.property(arbitraryEntry.chain(mutationOf), (entry) => {
        const written = AuditEntry.safeParse(entry).data;
        expect(isPublishedForm(entry)).toBe(isDeepStrictEqual(written, entry));
      }),
      { seed, numRuns: 2000 },
    );
  });
});

it('knows no calendar: that February has no 30th is the writer’s to say', () => {
  const entry = auditEntry({ at: '2026-02-30T09:00:00.000Z' });
  expect(isPublishedForm(entry)).toBe(true);
  expect(AuditEntry.safeParse(entry).success).toBe(false);
});

describe('the text of an entry', () => {
  it('is canonical to another implementation of RFC 8785', () => {
    fc.assert(
      fc.property(arbitraryEntry, (entry) => {
        expect(auditEntryText(entry)).toBe(canonicalize(entry));
      }),
      { seed, numRuns: 500 },
    );
  });
});
