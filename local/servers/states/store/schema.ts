import type { DatabaseSync } from 'node:sqlite';

/** The tables of the service. Times are ms since the epoch; JSON is kept as text. */
export function createTables(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS states_definitions (
      digest TEXT PRIMARY KEY, text TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS states_machines (
      arn TEXT PRIMARY KEY, name TEXT NOT NULL, role_arn TEXT NOT NULL, digest TEXT NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS states_executions (
      number INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE, machine_arn TEXT NOT NULL, name TEXT NOT NULL,
      role_arn TEXT NOT NULL, digest TEXT NOT NULL, status TEXT NOT NULL, input TEXT NOT NULL,
      output TEXT, error TEXT, cause TEXT, started_at INTEGER NOT NULL, stopped_at INTEGER
    ) STRICT;
    CREATE INDEX IF NOT EXISTS states_executions_by_machine ON states_executions (machine_arn, status);
    CREATE INDEX IF NOT EXISTS states_executions_by_status ON states_executions (status);
    CREATE TABLE IF NOT EXISTS states_events (
      execution_arn TEXT NOT NULL, id INTEGER NOT NULL, previous_id INTEGER NOT NULL, type TEXT NOT NULL,
      at INTEGER NOT NULL, details TEXT NOT NULL, PRIMARY KEY (execution_arn, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS states_checkpoints (
      execution_arn TEXT PRIMARY KEY, state TEXT NOT NULL, input TEXT NOT NULL, variables TEXT NOT NULL,
      entered_at INTEGER NOT NULL, progress TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS states_tokens (
      token TEXT PRIMARY KEY, execution_arn TEXT NOT NULL, machine_arn TEXT NOT NULL, status TEXT NOT NULL,
      is_submitted INTEGER NOT NULL, timeout_at INTEGER, heartbeat_ms INTEGER, heartbeat_at INTEGER, answer TEXT
    ) STRICT;
    CREATE TABLE IF NOT EXISTS states_redrives (
      execution_arn TEXT NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (execution_arn, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS states_map_runs (
      arn TEXT PRIMARY KEY, execution_arn TEXT NOT NULL, status TEXT NOT NULL, children INTEGER NOT NULL,
      items INTEGER NOT NULL, max_concurrency INTEGER NOT NULL, redrive_count INTEGER NOT NULL,
      started_at INTEGER NOT NULL, stopped_at INTEGER
    ) STRICT;
    CREATE INDEX IF NOT EXISTS states_map_runs_by_execution ON states_map_runs (execution_arn);
    CREATE TABLE IF NOT EXISTS states_map_children (
      map_run_arn TEXT NOT NULL, place INTEGER NOT NULL, items INTEGER NOT NULL, status TEXT NOT NULL,
      result TEXT NOT NULL, PRIMARY KEY (map_run_arn, place)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS states_tokens_by_execution ON states_tokens (execution_arn, status);
  `);
}
