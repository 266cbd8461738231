import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Json, JsonMap } from '../../../asl/json.ts';
import type { Progress, ProgressNote } from '../../../asl/run/progress.ts';
import type { Clock } from '../../../clock/clock.ts';
import type { HistoryStore } from './history-store.ts';

export interface Checkpoint {
  readonly state: string;
  readonly input: Json;
  readonly variables: JsonMap;
  readonly enteredAt: number;
  readonly note: ProgressNote;
}

interface CheckpointRow {
  readonly state: string;
  readonly input: string;
  readonly variables: string;
  readonly entered_at: number;
  readonly progress: string;
}

/** For each running execution, the outermost state it is in and what it had when it went in. */
export class CheckpointStore {
  readonly #database: DatabaseSync;
  readonly #history: HistoryStore;
  readonly #clock: Clock;
  readonly #put: StatementSync;
  readonly #note: StatementSync;

  constructor(database: DatabaseSync, history: HistoryStore, clock: Clock) {
    this.#database = database;
    this.#history = history;
    this.#clock = clock;
    this.#put = database.prepare(`INSERT OR REPLACE INTO states_checkpoints VALUES (?, ?, ?, ?, ?, '{}')`);
    this.#note = database.prepare('UPDATE states_checkpoints SET progress = ? WHERE execution_arn = ?');
  }

  enter(
    executionArn: string,
    at: { readonly state: string; readonly input: Json; readonly variables: JsonMap },
  ): Progress {
    const input = JSON.stringify(at.input);
    const variables = JSON.stringify(at.variables);
    this.#history.flushWith(() => {
      this.#put.run(executionArn, at.state, input, variables, this.#clock.now());
    });
    return this.progress(executionArn, {});
  }

  /** The notes on the current visit, beginning with those of a process before. */
  progress(executionArn: string, noted: ProgressNote): Progress {
    let latest = noted;
    return {
      noted: () => latest,
      note: (note) => {
        if (Object.keys(latest).length === 0 && Object.keys(note).length === 0) return;
        latest = note;
        this.#note.run(JSON.stringify(note), executionArn);
      },
    };
  }

  find(executionArn: string): Checkpoint | undefined {
    const found = this.#database
      .prepare('SELECT * FROM states_checkpoints WHERE execution_arn = ?')
      .get(executionArn);
    if (!found) return undefined;
    const row = found as unknown as CheckpointRow;
    return {
      state: row.state,
      input: JSON.parse(row.input) as Json,
      variables: JSON.parse(row.variables) as JsonMap,
      enteredAt: row.entered_at,
      note: JSON.parse(row.progress) as ProgressNote,
    };
  }

  /** Readies an ended execution to go on: only a Map Run is continued, anything else begins again. */
  redrive(executionArn: string, { mapRun }: ProgressNote): void {
    const note: ProgressNote = { isRedriven: true, ...(mapRun === undefined ? {} : { mapRun }) };
    this.#note.run(JSON.stringify(note), executionArn);
  }

  remove(executionArn: string): void {
    this.#database.prepare('DELETE FROM states_checkpoints WHERE execution_arn = ?').run(executionArn);
  }
}
