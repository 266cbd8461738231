import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** `answered` also when the time was up: either way the one answer is there and no other is taken. */
export type TokenStatus = 'open' | 'answered' | 'closed';

export interface TokenRow {
  readonly token: string;
  readonly executionArn: string;
  readonly machineArn: string;
  readonly status: TokenStatus;
  readonly isSubmitted: 0 | 1;
  readonly timeoutAt: number | null;
  readonly heartbeatMs: number | null;
  readonly heartbeatAt: number | null;
  /** JSON text of a `TokenAnswer`. */
  readonly answer: string | null;
}

/** Every task token given out. They are never forgotten, so that a late answer hears that it is late. */
export class TokenStore {
  readonly #database: DatabaseSync;
  readonly #find: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#find = database.prepare(
      `SELECT token, execution_arn AS executionArn, machine_arn AS machineArn, status,
         is_submitted AS isSubmitted, timeout_at AS timeoutAt, heartbeat_ms AS heartbeatMs,
         heartbeat_at AS heartbeatAt, answer FROM states_tokens WHERE token = ?`,
    );
  }

  find(token: string): TokenRow | undefined {
    return this.#find.get(token) as unknown as TokenRow | undefined;
  }

  add(row: TokenRow): void {
    this.#database
      .prepare('INSERT INTO states_tokens VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(
        ...[row.token, row.executionArn, row.machineArn, row.status, row.isSubmitted],
        ...[row.timeoutAt, row.heartbeatMs, row.heartbeatAt, row.answer],
      );
  }

  markSubmitted(token: string): void {
    this.#database.prepare('UPDATE states_tokens SET is_submitted = 1 WHERE token = ?').run(token);
  }

  beat(token: string, heartbeatAt: number): void {
    this.#database
      .prepare('UPDATE states_tokens SET heartbeat_at = ? WHERE token = ?')
      .run(heartbeatAt, token);
  }

  /** @returns false when the token takes no answer any more */
  answer(token: string, answer: string): boolean {
    const { changes } = this.#database
      .prepare(`UPDATE states_tokens SET status = 'answered', answer = ? WHERE token = ? AND status = 'open'`)
      .run(answer, token);
    return changes === 1;
  }

  close(token: string): void {
    this.#database
      .prepare(`UPDATE states_tokens SET status = 'closed' WHERE token = ? AND status = 'open'`)
      .run(token);
  }

  /** Closes what an earlier process left open inside a Parallel or Map: those start again with new tokens. */
  closeOthers(executionArn: string, kept: string | undefined): void {
    this.#database
      .prepare(
        `UPDATE states_tokens SET status = 'closed'
         WHERE execution_arn = ? AND status = 'open' AND token IS NOT ?`,
      )
      .run(executionArn, kept ?? null);
  }
}
