import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

export interface Execution {
  /** Grows with every start: the order of ListExecutions, newest first. */
  readonly number: number;
  readonly arn: string;
  readonly machineArn: string;
  readonly name: string;
  readonly roleArn: string;
  readonly digest: string;
  readonly status: ExecutionStatus;
  /** JSON text, as given. */
  readonly input: string;
  readonly output: string | null;
  readonly error: string | null;
  readonly cause: string | null;
  readonly startedAt: number;
  readonly stoppedAt: number | null;
}

export type NewExecution = Pick<
  Execution,
  'arn' | 'machineArn' | 'name' | 'roleArn' | 'digest' | 'input' | 'startedAt'
>;

export type Ending = Pick<Execution, 'status' | 'output' | 'error' | 'cause'> & {
  readonly stoppedAt: number;
};

export interface ExecutionPage {
  readonly machineArn: string;
  readonly status: string | undefined;
  readonly before: number;
  readonly limit: number;
}

const columns = `number, arn, machine_arn AS machineArn, name, role_arn AS roleArn, digest, status, input, output,
  error, cause, started_at AS startedAt, stopped_at AS stoppedAt`;

/** Every execution there was; its name stays taken after it has ended. */
export class ExecutionStore {
  readonly #database: DatabaseSync;
  readonly #byArn: StatementSync;
  readonly #redrives: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#byArn = database.prepare(`SELECT ${columns} FROM states_executions WHERE arn = ?`);
    this.#redrives = database.prepare(
      'SELECT count(*) AS count, max(at) AS lastAt FROM states_redrives WHERE execution_arn = ?',
    );
  }

  find(arn: string): Execution | undefined {
    return this.#byArn.get(arn) as unknown as Execution | undefined;
  }

  add(execution: NewExecution): Execution {
    const { arn, machineArn, name, roleArn, digest, input, startedAt } = execution;
    this.#database
      .prepare(
        `INSERT INTO states_executions (arn, machine_arn, name, role_arn, digest, status, input, started_at)
         VALUES (?, ?, ?, ?, ?, 'RUNNING', ?, ?)`,
      )
      .run(arn, machineArn, name, roleArn, digest, input, startedAt);
    const added = this.find(arn);
    if (!added) throw new Error(`states_executions lost the row of ${arn}`);
    return added;
  }

  end(arn: string, { status, output, error, cause, stoppedAt }: Ending): void {
    this.#database
      .prepare(
        'UPDATE states_executions SET status = ?, output = ?, error = ?, cause = ?, stopped_at = ? WHERE arn = ?',
      )
      .run(status, output, error, cause, stoppedAt, arn);
  }

  /** Sets an execution that has ended going again. */
  redrive(arn: string, at: number): void {
    this.#database
      .prepare(
        `UPDATE states_executions SET status = 'RUNNING', output = NULL, error = NULL, cause = NULL, stopped_at = NULL
         WHERE arn = ?`,
      )
      .run(arn);
    this.#database
      .prepare('INSERT INTO states_redrives VALUES (?, ?, ?)')
      .run(arn, this.redrives(arn).count + 1, at);
  }

  /** How often the execution was redriven, and when last. */
  redrives(arn: string): { readonly count: number; readonly lastAt: number | null } {
    return this.#redrives.get(arn) as unknown as { count: number; lastAt: number | null };
  }

  /** Forgets an execution whose name may be used again. */
  remove(arn: string): void {
    this.#database
      .prepare(
        'DELETE FROM states_map_children WHERE map_run_arn IN (SELECT arn FROM states_map_runs WHERE execution_arn = ?)',
      )
      .run(arn);
    for (const [table, key] of [
      ['states_events', 'execution_arn'],
      ['states_tokens', 'execution_arn'],
      ['states_checkpoints', 'execution_arn'],
      ['states_redrives', 'execution_arn'],
      ['states_map_runs', 'execution_arn'],
      ['states_executions', 'arn'],
    ]) {
      this.#database.prepare(`DELETE FROM ${table} WHERE ${key} = ?`).run(arn);
    }
  }

  running(): Execution[] {
    return this.#select(`status = 'RUNNING' ORDER BY number`);
  }

  page({ machineArn, status, before, limit }: ExecutionPage): Execution[] {
    const where = `machine_arn = ? AND number < ? AND (? IS NULL OR status = ?) ORDER BY number DESC LIMIT ?`;
    return this.#select(where, machineArn, before, status ?? null, status ?? null, limit);
  }

  #select(where: string, ...values: SQLInputValue[]): Execution[] {
    const statement = this.#database.prepare(`SELECT ${columns} FROM states_executions WHERE ${where}`);
    return statement.all(...values) as unknown as Execution[];
  }
}
