import type { DatabaseSync } from 'node:sqlite';

/** One entry that `PutEvents` took in. */
export interface StoredEvent {
  readonly id: string;
  /** Name of the bus. */
  readonly bus: string;
  readonly source: string;
  readonly detailType: string;
  /** The JSON object as it was sent. */
  readonly detail: string;
  readonly resources: readonly string[];
  /** The entry's own time, or the time it arrived; milliseconds since the epoch. */
  readonly time: number;
}

const tables = `
  CREATE TABLE IF NOT EXISTS events_buses (name TEXT PRIMARY KEY, createdAt INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS events_entries (
    sequence INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, bus TEXT NOT NULL, source TEXT NOT NULL,
    detailType TEXT NOT NULL, detail TEXT NOT NULL, resources TEXT NOT NULL, time INTEGER NOT NULL
  ) STRICT;
`;

export function createEventTables(database: DatabaseSync): void {
  database.exec(tables);
}

/** @returns creation time of the bus in ms since the epoch, or `undefined` when there is none of that name */
export function findBus(database: DatabaseSync, name: string): number | undefined {
  const row = database.prepare('SELECT createdAt FROM events_buses WHERE name = ?').get(name);
  return row?.createdAt as number | undefined;
}

export function addBus(database: DatabaseSync, name: string, createdAt: number): void {
  database.prepare('INSERT INTO events_buses VALUES (?, ?)').run(name, createdAt);
}

export function removeBus(database: DatabaseSync, name: string): void {
  database.prepare('DELETE FROM events_buses WHERE name = ?').run(name);
}

export function addEvent(database: DatabaseSync, event: StoredEvent): void {
  database
    .prepare(
      `INSERT INTO events_entries (id, bus, source, detailType, detail, resources, time)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      event.id,
      event.bus,
      event.source,
      event.detailType,
      event.detail,
      JSON.stringify(event.resources),
      event.time,
    );
}

/** Everything that was put, in the order it came. AWS has no such call: it is how the demo and the tests look inside. */
export function listPutEvents(database: DatabaseSync): StoredEvent[] {
  createEventTables(database);
  const rows = database
    .prepare(
      'SELECT id, bus, source, detailType, detail, resources, time FROM events_entries ORDER BY sequence',
    )
    .all() as unknown as (Omit<StoredEvent, 'resources'> & { readonly resources: string })[];
  return rows.map((row) => ({ ...row, resources: JSON.parse(row.resources) as string[] }));
}
