import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { QueueAttributes } from './queue-attributes.ts';
import { queueDoesNotExist } from './sqs-error.ts';

export interface Queue {
  readonly name: string;
  /** Milliseconds since the epoch, as the two below. */
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly purgedAt: number | undefined;
  readonly attributes: QueueAttributes;
  readonly tags: Readonly<Record<string, string>>;
}

interface QueueRow {
  name: string;
  created_at: number;
  modified_at: number;
  purged_at: number | null;
  attributes: string;
  tags: string;
}

export function isFifo(queue: Pick<Queue, 'name'>): boolean {
  return queue.name.endsWith('.fifo');
}

export class QueueStore {
  readonly #all: StatementSync;
  readonly #one: StatementSync;
  readonly #put: StatementSync;
  readonly #delete: StatementSync;

  constructor(database: DatabaseSync) {
    this.#all = database.prepare('SELECT * FROM sqs_queue ORDER BY name');
    this.#one = database.prepare('SELECT * FROM sqs_queue WHERE name = ?');
    // Not INSERT OR REPLACE, which deletes the old row and with it the messages.
    this.#put = database.prepare(
      `INSERT INTO sqs_queue VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET
         modified_at = excluded.modified_at, purged_at = excluded.purged_at,
         attributes = excluded.attributes, tags = excluded.tags`,
    );
    this.#delete = database.prepare('DELETE FROM sqs_queue WHERE name = ?');
  }

  all(): Queue[] {
    return this.#all.all().map(fromRow);
  }

  find(name: string): Queue | undefined {
    const row = this.#one.get(name);
    return row && fromRow(row);
  }

  /** @throws ServiceError `QueueDoesNotExist` */
  require(name: string): Queue {
    const queue = this.find(name);
    if (!queue) throw queueDoesNotExist(name);
    return queue;
  }

  put(queue: Queue): void {
    this.#put.run(
      queue.name,
      queue.createdAt,
      queue.modifiedAt,
      queue.purgedAt ?? null,
      JSON.stringify(queue.attributes),
      JSON.stringify(queue.tags),
    );
  }

  /** Drops the queue with its messages. */
  remove(name: string): void {
    this.#delete.run(name);
  }
}

function fromRow(found: Record<string, unknown>): Queue {
  const row = found as unknown as QueueRow;
  return {
    name: row.name,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
    purgedAt: row.purged_at ?? undefined,
    attributes: JSON.parse(row.attributes) as QueueAttributes,
    tags: JSON.parse(row.tags) as Record<string, string>,
  };
}
