import type { TransactionItem } from '../../adapters/records/transaction.ts';
import { AuditEntry, auditEntryKey } from '../../domain/audit/audit-entry.ts';
import { ConcurrentChangeError } from '../../domain/errors/kyc-error.ts';
import type { CommitAudited } from '../../lambdas/runtime/records.ts';

interface Version {
  readonly revision: number;
  readonly value: unknown;
}

/** Records in memory with the promise the real ones make: a change and its audit entries are written whole or not. */
export class InMemoryTransactions {
  readonly entries: AuditEntry[] = [];
  readonly #records = new Map<string, Version>();

  /** The item that puts the next revision; refused unless the stored one is the revision just before. */
  put(kind: string, id: string, revision: number, value: unknown): TransactionItem {
    return {
      Put: { TableName: kind, Item: { key: `${kind} ${id}`, revision, value: structuredClone(value) } },
    };
  }

  load(kind: string, id: string): unknown {
    const stored = this.#records.get(`${kind} ${id}`);
    return stored ? structuredClone(stored.value) : null;
  }

  all(kind: string): unknown[] {
    return [...this.#records]
      .filter(([key]) => key.startsWith(`${kind} `))
      .map(([, { value }]) => structuredClone(value));
  }

  /** Changes a record outside any transaction, as the adapters do with marks that nobody decides on. */
  set(kind: string, id: string, value: unknown): void {
    const revision = this.#records.get(`${kind} ${id}`)?.revision ?? 1;
    this.#records.set(`${kind} ${id}`, { revision, value: structuredClone(value) });
  }

  readonly commit: CommitAudited = (what, items, entries) => {
    const puts = items.map((item) => item.Put?.Item as Version & { readonly key: string });
    const races = puts.filter(
      ({ key, revision }) => (this.#records.get(key)?.revision ?? 0) !== revision - 1,
    );
    const known = new Set(this.entries.map(auditEntryKey));
    const repeated = entries.filter((entry) => known.has(auditEntryKey(AuditEntry.parse(entry))));
    if (races.length + repeated.length > 0) {
      return Promise.reject(new ConcurrentChangeError(`${what} was changed by somebody else meanwhile`));
    }
    for (const { key, revision, value } of puts) this.#records.set(key, { revision, value });
    this.entries.push(...entries);
    return Promise.resolve();
  };
}
