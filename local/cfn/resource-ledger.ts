import type { DatabaseSync } from 'node:sqlite';
import type { CreatedResource } from './stack-scope.ts';

/** What earlier deployments on this storage created, so that a second one finds its keys and secrets again. */
export class ResourceLedger {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    database.exec(`CREATE TABLE IF NOT EXISTS cfn_resources (
      stack TEXT NOT NULL, logicalId TEXT NOT NULL, type TEXT NOT NULL, ref TEXT NOT NULL, attributes TEXT NOT NULL,
      PRIMARY KEY (stack, logicalId)) STRICT`);
  }

  find(stack: string, logicalId: string, type: string): CreatedResource | undefined {
    const row = this.#database
      .prepare('SELECT ref, attributes FROM cfn_resources WHERE stack = ? AND logicalId = ? AND type = ?')
      .get(stack, logicalId, type) as { ref: string; attributes: string } | undefined;
    if (!row) return undefined;
    return { ref: row.ref, attributes: JSON.parse(row.attributes) as Record<string, string> };
  }

  put(stack: string, logicalId: string, type: string, created: CreatedResource): void {
    this.#database
      .prepare(
        'INSERT OR REPLACE INTO cfn_resources (stack, logicalId, type, ref, attributes) VALUES (?, ?, ?, ?, ?)',
      )
      .run(stack, logicalId, type, created.ref, JSON.stringify(created.attributes));
  }
}
