import type { DatabaseSync } from 'node:sqlite';

export interface StoredSecret {
  readonly arn: string;
  readonly name: string;
  readonly description: string | null;
  readonly kmsKeyId: string | null;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly changedAt: number;
}

export interface SecretVersion {
  readonly versionId: string;
  readonly secretString: string | null;
  /** As base64, the way the protocol carries it. */
  readonly secretBinary: string | null;
  readonly createdAt: number;
}

const tables = `
  CREATE TABLE IF NOT EXISTS secrets_secrets (
    arn TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, description TEXT, kmsKeyId TEXT,
    createdAt INTEGER NOT NULL, changedAt INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS secrets_versions (
    arn TEXT NOT NULL, versionId TEXT NOT NULL, secretString TEXT, secretBinary TEXT, createdAt INTEGER NOT NULL,
    PRIMARY KEY (arn, versionId)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS secrets_stages (
    arn TEXT NOT NULL, stage TEXT NOT NULL, versionId TEXT NOT NULL, PRIMARY KEY (arn, stage)
  ) STRICT;
`;

/** Secrets, their versions, and the stage labels that point at versions. */
export class SecretStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    database.exec(tables);
  }

  add(secret: StoredSecret): void {
    this.#database
      .prepare('INSERT INTO secrets_secrets VALUES (?, ?, ?, ?, ?, ?)')
      .run(secret.arn, secret.name, secret.description, secret.kmsKeyId, secret.createdAt, secret.changedAt);
  }

  /** By name, or by ARN with or without its suffix of six characters. */
  find(identifier: string): StoredSecret | undefined {
    const row = this.#database
      .prepare(
        `SELECT * FROM secrets_secrets WHERE name = ?1 OR arn = ?1 OR substr(arn, 1, length(arn) - 7) = ?1`,
      )
      .get(identifier);
    return row as StoredSecret | undefined;
  }

  remove(arn: string): void {
    for (const table of ['secrets_secrets', 'secrets_versions', 'secrets_stages']) {
      this.#database.prepare(`DELETE FROM ${table} WHERE arn = ?`).run(arn);
    }
  }

  version(arn: string, versionId: string): SecretVersion | undefined {
    const row = this.#database
      .prepare('SELECT * FROM secrets_versions WHERE arn = ? AND versionId = ?')
      .get(arn, versionId);
    return row as SecretVersion | undefined;
  }

  addVersion(arn: string, version: SecretVersion): void {
    this.#database
      .prepare('INSERT INTO secrets_versions VALUES (?, ?, ?, ?, ?)')
      .run(arn, version.versionId, version.secretString, version.secretBinary, version.createdAt);
    this.#database
      .prepare('UPDATE secrets_secrets SET changedAt = ? WHERE arn = ?')
      .run(version.createdAt, arn);
  }

  versionIdAt(arn: string, stage: string): string | undefined {
    const row = this.#database
      .prepare('SELECT versionId FROM secrets_stages WHERE arn = ? AND stage = ?')
      .get(arn, stage);
    return row?.versionId as string | undefined;
  }

  setStage(arn: string, stage: string, versionId: string): void {
    this.#database
      .prepare('INSERT OR REPLACE INTO secrets_stages VALUES (?, ?, ?)')
      .run(arn, stage, versionId);
  }

  /** Stages by version id, for `VersionIdsToStages`. */
  stages(arn: string): Record<string, string[]> {
    const rows = this.#database
      .prepare('SELECT versionId, stage FROM secrets_stages WHERE arn = ? ORDER BY stage')
      .all(arn) as { versionId: string; stage: string }[];
    const byVersion: Record<string, string[]> = {};
    for (const { versionId, stage } of rows) (byVersion[versionId] ??= []).push(stage);
    return byVersion;
  }
}
