import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../clock/clock.ts';
import type { KeySpec } from './key-spec.ts';

export type KeyState = 'Enabled' | 'Disabled' | 'PendingDeletion';

export interface StoredKey {
  readonly id: string;
  readonly spec: KeySpec;
  readonly state: KeyState;
  readonly description: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly deletionAt: number | null;
  readonly rotationEnabled: 0 | 1;
  readonly material: Uint8Array;
}

const tables = `
  CREATE TABLE IF NOT EXISTS kms_keys (
    id TEXT PRIMARY KEY, spec TEXT NOT NULL, state TEXT NOT NULL, description TEXT NOT NULL,
    createdAt INTEGER NOT NULL, deletionAt INTEGER, rotationEnabled INTEGER NOT NULL, material BLOB NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS kms_aliases (name TEXT PRIMARY KEY, keyId TEXT NOT NULL) STRICT;
`;

/** Keys with their material, and the aliases that point at them. */
export class KeyStore {
  readonly #database: DatabaseSync;
  readonly #clock: Clock;

  constructor(database: DatabaseSync, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
    database.exec(tables);
  }

  add(key: Pick<StoredKey, 'id' | 'spec' | 'description' | 'material'>): void {
    this.#database
      .prepare(`INSERT INTO kms_keys VALUES (?, ?, 'Enabled', ?, ?, NULL, 0, ?)`)
      .run(key.id, key.spec, key.description, this.#clock.now(), key.material);
  }

  find(id: string): StoredKey | undefined {
    this.#eraseDue();
    const row = this.#database.prepare('SELECT * FROM kms_keys WHERE id = ?').get(id);
    return row as StoredKey | undefined;
  }

  /** @param deletionAt when its material is erased; only for `PendingDeletion` */
  setState(id: string, state: KeyState, deletionAt: number | null = null): void {
    this.#database
      .prepare('UPDATE kms_keys SET state = ?, deletionAt = ? WHERE id = ?')
      .run(state, deletionAt, id);
  }

  setRotation(id: string, enabled: boolean): void {
    this.#database.prepare('UPDATE kms_keys SET rotationEnabled = ? WHERE id = ?').run(Number(enabled), id);
  }

  keyIdOfAlias(name: string): string | undefined {
    const row = this.#database.prepare('SELECT keyId FROM kms_aliases WHERE name = ?').get(name);
    return row?.keyId as string | undefined;
  }

  setAlias(name: string, keyId: string): void {
    this.#database.prepare('INSERT OR REPLACE INTO kms_aliases VALUES (?, ?)').run(name, keyId);
  }

  removeAlias(name: string): void {
    this.#database.prepare('DELETE FROM kms_aliases WHERE name = ?').run(name);
  }

  /** Done when a key is looked for and not by an alarm, so that it also happens after a restart. */
  #eraseDue(): void {
    const now = this.#clock.now();
    this.#database
      .prepare('DELETE FROM kms_aliases WHERE keyId IN (SELECT id FROM kms_keys WHERE deletionAt <= ?)')
      .run(now);
    this.#database.prepare('DELETE FROM kms_keys WHERE deletionAt <= ?').run(now);
  }
}
