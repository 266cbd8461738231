import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { ChildResult } from '../../../asl/map/map-runs.ts';
import type { Clock } from '../../../clock/clock.ts';
import { transactions, type Transact } from '../../transaction.ts';

export type MapRunStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';

export interface MapRunRow {
  readonly arn: string;
  readonly executionArn: string;
  readonly status: MapRunStatus;
  /** Child executions planned. */
  readonly children: number;
  readonly items: number;
  /** 0 is no limit. */
  readonly maxConcurrency: number;
  readonly redriveCount: number;
  readonly startedAt: number;
  readonly stoppedAt: number | null;
}

/** How many children, and items in them, have ended in one way. */
export interface MapRunCount {
  readonly status: ChildResult['details']['Status'];
  readonly children: number;
  readonly items: number;
}

interface PendingChild {
  readonly mapRunArn: string;
  readonly place: number;
  readonly items: number;
  readonly result: ChildResult;
}

const columns = `arn, execution_arn AS executionArn, status, children, items, max_concurrency AS maxConcurrency,
  redrive_count AS redriveCount, started_at AS startedAt, stopped_at AS stoppedAt`;

/**
 * Map Runs and what their children came to. Children that end in the same turn are written in one transaction: a kill
 * in between only means that they run again.
 */
export class MapRunStore {
  readonly #database: DatabaseSync;
  readonly #clock: Clock;
  readonly #transact: Transact;
  readonly #insertChild: StatementSync;
  #pending: PendingChild[] = [];

  constructor(database: DatabaseSync, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
    this.#transact = transactions(database);
    this.#insertChild = database.prepare('INSERT OR REPLACE INTO states_map_children VALUES (?, ?, ?, ?, ?)');
  }

  add(run: Pick<MapRunRow, 'arn' | 'executionArn' | 'children' | 'items' | 'maxConcurrency'>): void {
    this.#database
      .prepare(`INSERT INTO states_map_runs VALUES (?, ?, 'RUNNING', ?, ?, ?, 0, ?, NULL)`)
      .run(run.arn, run.executionArn, run.children, run.items, run.maxConcurrency, this.#clock.now());
  }

  find(arn: string): MapRunRow | undefined {
    return this.#select('arn = ?', arn)[0];
  }

  of(executionArn: string): MapRunRow[] {
    return this.#select('execution_arn = ? ORDER BY started_at, arn', executionArn);
  }

  /** By the child's place. */
  finished(arn: string): Map<number, ChildResult> {
    this.flush();
    const rows = this.#database
      .prepare('SELECT place, result FROM states_map_children WHERE map_run_arn = ?')
      .all(arn) as unknown as { place: number; result: string }[];
    return new Map(rows.map(({ place, result }) => [place, JSON.parse(result) as ChildResult]));
  }

  counts(arn: string): MapRunCount[] {
    this.flush();
    return this.#database
      .prepare(
        `SELECT status, count(*) AS children, sum(items) AS items FROM states_map_children
         WHERE map_run_arn = ? GROUP BY status`,
      )
      .all(arn) as unknown as MapRunCount[];
  }

  keep(child: PendingChild): void {
    if (this.#pending.push(child) > 1) return;
    setImmediate(() => {
      this.flush();
    });
  }

  end(arn: string, status: MapRunStatus): void {
    this.flush();
    this.#database
      .prepare('UPDATE states_map_runs SET status = ?, stopped_at = ? WHERE arn = ?')
      .run(status, this.#clock.now(), arn);
  }

  /** What did not succeed is forgotten, so that it runs again. */
  redrive(arn: string): void {
    this.flush();
    this.#database
      .prepare(`DELETE FROM states_map_children WHERE map_run_arn = ? AND status <> 'SUCCEEDED'`)
      .run(arn);
    this.#database
      .prepare(
        `UPDATE states_map_runs SET status = 'RUNNING', stopped_at = NULL, redrive_count = redrive_count + 1
         WHERE arn = ?`,
      )
      .run(arn);
  }

  /** Writes what has been gathered; also before the database is closed. */
  flush(): void {
    const children = this.#pending;
    if (children.length === 0) return;
    this.#pending = [];
    this.#transact(() => {
      for (const { mapRunArn, place, items, result } of children) {
        this.#insertChild.run(mapRunArn, place, items, result.details.Status, JSON.stringify(result));
      }
    });
  }

  #select(where: string, ...values: SQLInputValue[]): MapRunRow[] {
    const statement = this.#database.prepare(`SELECT ${columns} FROM states_map_runs WHERE ${where}`);
    return statement.all(...values) as unknown as MapRunRow[];
  }
}
