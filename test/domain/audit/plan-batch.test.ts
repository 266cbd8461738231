import { describe, expect, it } from 'vitest';
import { auditEntryKey, type AuditEntry } from '../../../domain/audit/audit-entry.ts';
import { StoredEntryBrokenError } from '../../../domain/audit/audit-log-errors.ts';
import { planBatch } from '../../../domain/audit/plan-batch.ts';
import { auditEntry } from './audit-entries.ts';
import { MemoryLog } from './memory-log.ts';

const entryOf = (id: string, revision: number, second: number): AuditEntry =>
  auditEntry({ at: `2026-01-31T09:00:0${second}.000Z`, subject: { kind: 'account', id, revision } });

function logWith(...entries: readonly AuditEntry[]): MemoryLog {
  const log = new MemoryLog();
  log.put(...entries);
  return log;
}

describe('planning a batch', () => {
  it('takes the oldest entries first', async () => {
    const log = logWith(entryOf('c', 1, 3), entryOf('a', 1, 1), entryOf('b', 1, 2));
    expect(await planBatch(log.entries, 2)).toEqual(['account#a#1', 'account#b#1']);
  });

  it('puts a subject’s revisions in order when the writers’ clocks disagreed', async () => {
    const log = logWith(entryOf('a', 2, 1), entryOf('b', 1, 2), entryOf('a', 1, 3));
    expect(await planBatch(log.entries, 9)).toEqual(['account#a#1', 'account#b#1', 'account#a#2']);
  });

  it('fetches an earlier revision that the index does not show yet', async () => {
    const log = logWith(entryOf('a', 1, 1), entryOf('a', 2, 2), entryOf('a', 3, 3));
    log.hidden.add('account#a#1').add('account#a#2');
    expect(await planBatch(log.entries, 9)).toEqual(['account#a#1', 'account#a#2', 'account#a#3']);
  });

  it('moves on even when one slow clock hides the earlier revision behind the limit', async () => {
    const log = logWith(entryOf('a', 2, 1), entryOf('a', 1, 9));
    expect(await planBatch(log.entries, 1)).toEqual(['account#a#1']);
  });

  it('does not wait for a revision that is stored nowhere, so that the gap is noticed', async () => {
    const log = logWith(entryOf('a', 1, 1), entryOf('a', 3, 3));
    expect(await planBatch(log.entries, 9)).toEqual(['account#a#1', 'account#a#3']);
  });

  it('takes no earlier revision that has its place already', async () => {
    const log = logWith(entryOf('a', 1, 1), entryOf('a', 2, 2));
    await log.entries.markSequenced([{ key: 'account#a#1', sequence: 0 }]);
    expect(await planBatch(log.entries, 9)).toEqual(['account#a#2']);
  });

  it.each([
    ['was reworded', (text: string) => text.replace('approved', 'refused ')],
    ['is another subject’s', (text: string) => text.replace('acct_1', 'acct_2')],
    ['is no JSON', () => '{'],
    ['has spaces', (text: string) => text.replace(',', ', ')],
  ])('stops at a stored entry that %s', async (_how, change) => {
    const log = logWith(auditEntry());
    const key = auditEntryKey(auditEntry());
    const stored = log.stored.get(key);
    if (stored) log.stored.set(key, { ...stored, text: change(stored.text) });
    await expect(planBatch({ ...log.entries, waiting: () => log.entries.find([key]) }, 9)).rejects.toThrow(
      StoredEntryBrokenError,
    );
  });
});
