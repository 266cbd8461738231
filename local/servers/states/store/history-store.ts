import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Clock } from '../../../clock/clock.ts';
import { transactions, type Transact } from '../../transaction.ts';
import { HistoryFull } from '../../../asl/errors/interruption.ts';
import { maxHistoryEvents, type HistoryEvent, type Journal } from '../../../asl/run/journal.ts';

export interface StoredEvent {
  readonly id: number;
  readonly previousId: number;
  readonly type: string;
  readonly at: number;
  /** JSON text. */
  readonly details: string;
}

export interface ExecutionJournal extends Journal {
  readonly lastId: number;
  /** Writes the event that ends the execution: it has a place even when the history is full. */
  end(event: HistoryEvent): void;
}

/**
 * The history events. They are gathered in memory and written with the next checkpoint, in the same transaction:
 * what a killed process loses is the history of a state that will be entered again.
 */
export class HistoryStore {
  readonly #database: DatabaseSync;
  readonly #clock: Clock;
  readonly #transact: Transact;
  readonly #insert: StatementSync;
  #pending: { readonly executionArn: string; readonly event: StoredEvent }[] = [];

  constructor(database: DatabaseSync, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
    this.#transact = transactions(database);
    this.#insert = database.prepare('INSERT INTO states_events VALUES (?, ?, ?, ?, ?, ?)');
  }

  /** Continues the history of an execution after whatever is stored of it. */
  journal(executionArn: string): ExecutionJournal {
    let lastId = this.#storedLength(executionArn);
    const append = ({ type, details }: HistoryEvent, previousId: number): number => {
      lastId += 1;
      const at = this.#clock.now();
      const event = { id: lastId, previousId, type, at, details: JSON.stringify(details) };
      this.#pending.push({ executionArn, event });
      return lastId;
    };
    return {
      get lastId() {
        return lastId;
      },
      record: (event, previousId) => {
        if (lastId >= maxHistoryEvents - 1) throw new HistoryFull();
        return append(event, previousId);
      },
      end: (event) => {
        append(event, lastId);
      },
    };
  }

  /** Writes what has been gathered and does `work`, in one transaction. */
  flushWith(work: () => void): void {
    const events = this.#pending;
    this.#pending = [];
    this.#transact(() => {
      for (const { executionArn, event } of events) {
        const { id, previousId, type, at, details } = event;
        this.#insert.run(executionArn, id, previousId, type, at, details);
      }
      work();
    });
  }

  /** Events after or, in reverse, before the one with number `from`. */
  page(
    executionArn: string,
    {
      from,
      limit,
      isReverse,
    }: { readonly from: number; readonly limit: number; readonly isReverse: boolean },
  ): StoredEvent[] {
    this.flushWith(() => undefined);
    const statement = this.#database.prepare(
      `SELECT id, previous_id AS previousId, type, at, details FROM states_events
       WHERE execution_arn = ? AND id ${isReverse ? '<' : '>'} ? ORDER BY id ${isReverse ? 'DESC' : 'ASC'} LIMIT ?`,
    );
    return statement.all(executionArn, from, limit) as unknown as StoredEvent[];
  }

  #storedLength(executionArn: string): number {
    const row = this.#database
      .prepare('SELECT max(id) AS last FROM states_events WHERE execution_arn = ?')
      .get(executionArn);
    return (row as unknown as { last: number | null }).last ?? 0;
  }
}
