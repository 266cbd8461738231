import type { DatabaseSync } from 'node:sqlite';

export interface ScheduleState {
  /** The expression and its bounds: a change of them starts the schedule anew. */
  readonly timing: string;
  readonly createdAt: number;
  /** ms since the epoch; null when nothing is due any more. */
  readonly nextDue: number | null;
}

/** When each schedule is next due, in SQLite, so that a restart neither skips nor repeats one. */
export class ScheduleStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    database.exec(`CREATE TABLE IF NOT EXISTS scheduler_schedules (
      arn TEXT PRIMARY KEY, timing TEXT NOT NULL, createdAt INTEGER NOT NULL, nextDue INTEGER) STRICT`);
  }

  find(arn: string): ScheduleState | undefined {
    const row = this.#database
      .prepare('SELECT timing, createdAt, nextDue FROM scheduler_schedules WHERE arn = ?')
      .get(arn);
    return row as unknown as ScheduleState | undefined;
  }

  put(arn: string, { timing, createdAt, nextDue }: ScheduleState): void {
    this.#database
      .prepare(
        'INSERT OR REPLACE INTO scheduler_schedules (arn, timing, createdAt, nextDue) VALUES (?, ?, ?, ?)',
      )
      .run(arn, timing, createdAt, nextDue);
  }
}
