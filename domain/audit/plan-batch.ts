import { AuditEntry, auditEntryKey } from './audit-entry.ts';
import { StoredEntryBrokenError } from './audit-log-errors.ts';
import { canonicalJson } from './canonical-json.ts';
import type { EntryStore, StoredEntry } from './sequencer-ports.ts';

/**
 * Chooses the next entries for the log, at most `limit`, and their order: by time and id, but never a subject's
 * revision before the one it follows. Clocks differ between writers and an index shows some entries late, so an
 * earlier revision that still waits unseen is fetched by its key. One that is stored nowhere holds nothing up: the
 * gap then stands in the log, where the verifier names it.
 */
export async function planBatch(entries: EntryStore, limit: number): Promise<string[]> {
  const batch = new Map<string, AuditEntry>();
  let arrived = await entries.waiting(limit);
  while (arrived.length > 0) {
    for (const stored of arrived) batch.set(stored.key, readStoredEntry(stored));
    const earlier = missingPredecessors(batch);
    arrived = (await entries.find(earlier)).filter(({ sequence }) => sequence === null);
  }
  return inLogOrder([...batch.values()])
    .slice(0, limit)
    .map(auditEntryKey);
}

/** Throws StoredEntryBrokenError unless the text is the canonical form of an entry with that key. */
export function readStoredEntry({ key, text }: Pick<StoredEntry, 'key' | 'text'>): AuditEntry {
  const entry = AuditEntry.safeParse(parseJson(text)).data;
  if (!entry || canonicalJson(entry) !== text || auditEntryKey(entry) !== key) {
    throw new StoredEntryBrokenError(
      `audit log: the stored entry ${key} is not the canonical JSON of the entry with that key; ` +
        'find out who changed it and restore it before sequencing goes on',
    );
  }
  return entry;
}

function missingPredecessors(batch: ReadonlyMap<string, AuditEntry>): string[] {
  return [...batch.values()]
    .filter(({ subject }) => subject.revision > 1)
    .map(({ subject }) => auditEntryKey({ subject: { ...subject, revision: subject.revision - 1 } }))
    .filter((key) => !batch.has(key));
}

/** By (at, id); then each subject's entries take the places they have together in the order of their revisions. */
function inLogOrder(entries: readonly AuditEntry[]): AuditEntry[] {
  const byTime = [...entries].sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id));
  const bySubject = Map.groupBy(byTime, ({ subject }) => `${subject.kind}#${subject.id}`);
  const queues = new Map<string, Iterator<AuditEntry>>();
  for (const [subject, own] of bySubject) {
    queues.set(subject, own.sort((a, b) => a.subject.revision - b.subject.revision).values());
  }
  return byTime.map(
    (entry) => queues.get(`${entry.subject.kind}#${entry.subject.id}`)?.next().value as AuditEntry,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
