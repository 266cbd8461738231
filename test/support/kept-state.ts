import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { itemsOf } from './stored-items.ts';
import type { RunningAws } from './running-aws.ts';

/** Digest of the content, by place: a DynamoDB table, or a table of the other services (queues, buckets, executions). */
export type KeptState = Readonly<Record<string, string>>;

/** A fingerprint of everything that is stored, but for the meter, which counts every call. */
export async function keptState(running: RunningAws): Promise<KeptState> {
  await running.aws.settled();
  return { ...(await dynamodbTables(running)), ...databaseTables(running.storage) };
}

async function dynamodbTables(running: RunningAws): Promise<KeptState> {
  const tables = running.aws.resources().filter(({ type }) => type === 'AWS::DynamoDB::Table');
  const digests = tables.map(async ({ physicalId }) => {
    const items = await itemsOf<unknown>(running, physicalId);
    return [physicalId, digestOf(items.map((item) => JSON.stringify(item)))] as const;
  });
  return Object.fromEntries(await Promise.all(digests));
}

function databaseTables(storage: string): KeptState {
  const database = new DatabaseSync(join(storage, 'embedded-aws.sqlite'), { readOnly: true });
  try {
    const names = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all();
    const kept = names.map(({ name }) => String(name)).filter((name) => !name.startsWith('meter_'));
    return Object.fromEntries(
      kept.map((name) => {
        const rows = database.prepare(`SELECT * FROM "${name}"`).all();
        return [name, digestOf(rows.map((row) => JSON.stringify(row)))];
      }),
    );
  } finally {
    database.close();
  }
}

/** The same for the same rows in whatever order. */
function digestOf(rows: readonly string[]): string {
  const hash = createHash('sha256');
  for (const row of [...rows].sort()) hash.update(row).update('\n');
  return `${rows.length} rows, ${hash.digest('hex').slice(0, 16)}`;
}
