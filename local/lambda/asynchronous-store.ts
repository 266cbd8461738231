import type { DatabaseSync } from 'node:sqlite';

export interface StoredEvent {
  readonly id: string;
  readonly functionName: string;
  readonly payload: string;
  /** Attempts that failed so far. */
  readonly attempts: number;
  readonly acceptedAt: number;
  readonly dueAt: number;
}

/** Asynchronous events that are not finished, in SQLite. */
export class AsynchronousStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    database.exec(`CREATE TABLE IF NOT EXISTS lambda_events (
      id TEXT PRIMARY KEY, functionName TEXT NOT NULL, payload TEXT NOT NULL,
      attempts INTEGER NOT NULL, acceptedAt INTEGER NOT NULL, dueAt INTEGER NOT NULL) STRICT`);
  }

  all(): StoredEvent[] {
    return this.#database
      .prepare('SELECT * FROM lambda_events ORDER BY acceptedAt')
      .all() as unknown as StoredEvent[];
  }

  put(event: StoredEvent): void {
    this.#database
      .prepare(
        `INSERT OR REPLACE INTO lambda_events (id, functionName, payload, attempts, acceptedAt, dueAt)
         VALUES (?, ?, ?, ?, ?, ?)`,
      )
      .run(event.id, event.functionName, event.payload, event.attempts, event.acceptedAt, event.dueAt);
  }

  remove(id: string): void {
    this.#database.prepare('DELETE FROM lambda_events WHERE id = ?').run(id);
  }
}
