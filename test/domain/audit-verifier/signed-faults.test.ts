import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditEntryText, type AuditEntry } from '../../../domain/audit/audit-entry.ts';
import { auditEntries, auditEntry } from '../audit/audit-entries.ts';
import { signedLog, verifyFiles } from './log-files.ts';

// What the hashes cannot show, because whoever wrote it also signed it.
const bytesOf = (entries: readonly AuditEntry[]): Buffer[] =>
  entries.map((entry) => Buffer.from(auditEntryText(entry)));
const bytes = bytesOf(auditEntries(300, 5));

describe('a log that its own key signed fails', () => {
  it('at the next entry of a subject of which one was removed before it was sequenced', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 294 }), async (removed) => {
        expect(await verifyFiles(await signedLog(bytes.toSpliced(removed, 1)))).toMatchObject({
          verdict: 'failed',
          place: { entry: removed + 4 },
          expected: `revision ${Math.floor(removed / 5) + 1}`,
          found: `revision ${Math.floor(removed / 5) + 2}`,
        });
      }),
      { seed: 7, numRuns: 20 },
    );
  });

  it('at the second of two entries with the same revision', async () => {
    const repeated = auditEntry({
      id: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
      subject: { kind: 'account', id: 'acct_0', revision: 1 },
    });
    expect(await verifyFiles(await signedLog([...bytes, ...bytesOf([repeated])]))).toMatchObject({
      verdict: 'failed',
      place: { entry: 300 },
      found: 'revision 1',
    });
  });

  it('at the second of two entries with the same id', async () => {
    const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
    const twins = ['a', 'b'].map((name) =>
      auditEntry({ id, subject: { kind: 'case', id: name, revision: 1 } }),
    );
    expect(await verifyFiles(await signedLog(bytesOf(twins)))).toMatchObject({
      verdict: 'failed',
      place: { entry: 1 },
      because: 'the entry id occurs twice',
    });
  });

  it('at the first entry that does not begin with revision 1', async () => {
    const late = auditEntry({ subject: { kind: 'case', id: 'c', revision: 2 } });
    expect(await verifyFiles(await signedLog(bytesOf([late])))).toMatchObject({ expected: 'revision 1' });
  });

  it('at the lowest entry, when the ids are looked at share by share', async () => {
    const twin = auditEntry({
      ...auditEntries(300, 5)[200],
      subject: { kind: 'case', id: 'c', revision: 1 },
    });
    const twice = bytes.toSpliced(250, 0, ...bytesOf([twin])).toSpliced(100, 1);
    const atOnce = await verifyFiles(await signedLog(twice));
    expect(atOnce).toMatchObject({ verdict: 'failed', place: { entry: 104 } });
    for (const entriesAtOnce of [1, 7, 100]) {
      expect(await verifyFiles(await signedLog(twice), { entriesAtOnce })).toEqual(atOnce);
    }
  });

  it.each([
    ['is no JSON', '{"v":1', 'not a JSON object'],
    ['has spaces', auditEntryText(auditEntry()).replace(',', ', '), 'not canonical JSON'],
    ['has a key twice', auditEntryText(auditEntry()).replace(/}$/, ',"v":1}'), 'not canonical JSON'],
    ['has its keys in another order', JSON.stringify(auditEntry()), 'not canonical JSON'],
    [
      'has a key that nobody defined',
      auditEntryText(auditEntry()).replace(/}$/, ',"w":1}'),
      'not canonical JSON',
    ],
    [
      'lacks its actor',
      auditEntryText(auditEntry()).replace(/"actor":{[^}]*},/, ''),
      'actor breaks the shape',
    ],
    [
      'has a person’s name in it',
      auditEntryText(auditEntry()).replace('decide-account', 'Jane Doe'),
      'actor',
    ],
    [
      'has a date that does not exist',
      auditEntryText(auditEntry()).replace('-01-31T', '-02-31T'),
      'at breaks',
    ],
    ['has its policies unsorted', auditEntryText(auditEntry()).replace('bis-', 'zis-'), 'not canonical JSON'],
    ['is not even text', '\u0000\u00ff', 'not a JSON object'],
    ['is empty', '', 'not a JSON object'],
  ])('at an entry that %s', async (_how, text, because) => {
    const log = await signedLog([...bytesOf(auditEntries(2)), Buffer.from(text)]);
    expect(await verifyFiles(log)).toMatchObject({
      verdict: 'failed',
      place: { entry: 2, path: 'tile/entries/000.p/3' },
      because: expect.stringContaining(because) as unknown,
    });
  });
});
