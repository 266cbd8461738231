import type { DatabaseSync, StatementSync } from 'node:sqlite';

// SQS developer guide, "Exactly-once processing": the deduplication interval.
const intervalMs = 300_000;

/** What a FIFO queue answered to the first of several equal sends. */
export class DeduplicationStore {
  readonly #find: StatementSync;
  readonly #put: StatementSync;
  readonly #forget: StatementSync;

  constructor(database: DatabaseSync) {
    this.#find = database.prepare(
      'SELECT receipt FROM sqs_deduplication WHERE queue = ? AND key = ? AND sent_at > ?',
    );
    this.#put = database.prepare('INSERT OR REPLACE INTO sqs_deduplication VALUES (?, ?, ?, ?)');
    this.#forget = database.prepare('DELETE FROM sqs_deduplication WHERE queue = ? AND sent_at <= ?');
  }

  /** The answer kept under `key`, or that of `send`, which is then kept. */
  once<Receipt>(queue: string, key: string, now: number, send: () => Receipt): Receipt {
    const kept = this.#find.get(queue, key, now - intervalMs);
    if (kept) return JSON.parse(kept.receipt as string) as Receipt;
    this.#forget.run(queue, now - intervalMs);
    const receipt = send();
    this.#put.run(queue, key, now, JSON.stringify(receipt));
    return receipt;
  }
}
