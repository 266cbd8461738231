import type { DatabaseSync } from 'node:sqlite';

export type Transact = <Result>(work: () => Result) => Result;

/**
 * Makes one API call one SQLite transaction: `work` is kept whole, or, when it throws, leaves no trace.
 * `work` must be synchronous, so that no other call of the same connection can slip in between.
 */
export function transactions(database: DatabaseSync): Transact {
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const rollback = database.prepare('ROLLBACK');
  return (work) => {
    begin.run();
    try {
      const result = work();
      commit.run();
      return result;
    } catch (error) {
      rollback.run();
      throw error;
    }
  };
}
