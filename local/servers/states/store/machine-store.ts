import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { readDefinition } from '../../../asl/check/read-definition.ts';
import type { MachineDefinition } from '../../../asl/definition.ts';

export interface Machine {
  readonly arn: string;
  readonly name: string;
  readonly roleArn: string;
  /** Names its definition; an execution keeps the one it started with. */
  readonly digest: string;
  readonly createdAt: number;
}

interface MachineRow {
  readonly arn: string;
  readonly name: string;
  readonly role_arn: string;
  readonly digest: string;
  readonly created_at: number;
}

/** The deployed machines, and every definition that some execution may still need. */
export class MachineStore {
  readonly #database: DatabaseSync;
  readonly #read = new Map<string, MachineDefinition>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Saves or replaces a machine. The definition has been checked. */
  save(machine: Omit<Machine, 'digest'>, definition: string): Machine {
    const digest = createHash('sha256').update(definition).digest('hex');
    this.#database
      .prepare('INSERT INTO states_definitions VALUES (?, ?) ON CONFLICT DO NOTHING')
      .run(digest, definition);
    this.#database
      .prepare(
        `INSERT INTO states_machines VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (arn) DO UPDATE SET role_arn = excluded.role_arn, digest = excluded.digest`,
      )
      .run(machine.arn, machine.name, machine.roleArn, digest, machine.createdAt);
    return this.find(machine.arn) ?? { ...machine, digest };
  }

  find(arn: string): Machine | undefined {
    const row = this.#database.prepare('SELECT * FROM states_machines WHERE arn = ?').get(arn);
    return row && fromRow(row as unknown as MachineRow);
  }

  list(): Machine[] {
    const rows = this.#database.prepare('SELECT * FROM states_machines ORDER BY name').all();
    return (rows as unknown as MachineRow[]).map((row) => fromRow(row));
  }

  remove(arn: string): void {
    this.#database.prepare('DELETE FROM states_machines WHERE arn = ?').run(arn);
  }

  textOf(digest: string): string {
    const row = this.#database.prepare('SELECT text FROM states_definitions WHERE digest = ?').get(digest);
    if (!row) throw new Error(`states_definitions has no row ${digest}; the database is damaged`);
    return (row as unknown as { text: string }).text;
  }

  definitionOf(digest: string): MachineDefinition {
    const known = this.#read.get(digest);
    if (known) return known;
    const definition = readDefinition(this.textOf(digest));
    this.#read.set(digest, definition);
    return definition;
  }
}

function fromRow(row: MachineRow): Machine {
  const { arn, name, digest } = row;
  return { arn, name, digest, roleArn: row.role_arn, createdAt: row.created_at };
}
