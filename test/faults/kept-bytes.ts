import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { GetObjectCommand, ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { itemsOf } from '../support/stored-items.ts';
import type { RunningAws } from '../support/running-aws.ts';

export interface KeptBytes {
  /** Where they are kept, for the failure's text. */
  readonly place: string;
  readonly bytes: Uint8Array;
}

/** All that is kept anywhere: logs, states, queues, tables, objects and the files that hold them. */
export async function keptBytes(running: RunningAws): Promise<KeptBytes[]> {
  return [
    ...filesUnder(running.storage),
    ...databaseRows(running.storage),
    ...(await tableItems(running)),
    ...(await objects(running)),
  ];
}

/** Logs as written, and the databases byte by byte: deleted rows too. */
function filesUnder(directory: string): KeptBytes[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => ({ place: path.slice(directory.length), bytes: readFileSync(path) }));
}

/** A long value is spread over the pages of the file, so each is read as a whole, too. */
function databaseRows(storage: string): KeptBytes[] {
  const database = new DatabaseSync(join(storage, 'embedded-aws.sqlite'), { readOnly: true });
  try {
    const tables = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all();
    return tables.flatMap(({ name }) =>
      database
        .prepare(`SELECT * FROM "${String(name)}"`)
        .all()
        .flatMap((row) => Object.entries(row))
        .map(([column, value]) => {
          const bytes = value instanceof Uint8Array ? value : Buffer.from(String(value));
          return { place: `table ${String(name)}, column ${column}`, bytes };
        }),
    );
  } finally {
    database.close();
  }
}

async function tableItems(running: RunningAws): Promise<KeptBytes[]> {
  const tables = running.aws.resources().filter(({ type }) => type === 'AWS::DynamoDB::Table');
  const kept = tables.map(async ({ physicalId }) => {
    const items = await itemsOf<Record<string, unknown>>(running, physicalId);
    return items.flatMap((item) =>
      valuesIn(item).map((bytes) => ({ place: `items of ${physicalId}`, bytes })),
    );
  });
  return (await Promise.all(kept)).flat();
}

function valuesIn(value: unknown): Uint8Array[] {
  if (value instanceof Uint8Array) return [value];
  if (typeof value !== 'object' || value === null) return [Buffer.from(String(value))];
  return Object.entries(value).flatMap(([key, member]) => [Buffer.from(key), ...valuesIn(member)]);
}

/** Every version of every object, and what is in it where it is compressed. The lists are public and left out. */
async function objects({ aws, clients, names }: RunningAws): Promise<KeptBytes[]> {
  const buckets = aws.resources().filter(({ type }) => type === 'AWS::S3::Bucket');
  const kept: KeptBytes[] = [];
  for (const Bucket of buckets.map(({ physicalId }) => physicalId).filter((id) => id !== names.ListsBucket)) {
    const { Versions = [] } = await clients.s3.send(new ListObjectVersionsCommand({ Bucket }));
    for (const { Key = '', VersionId } of Versions) {
      const { Body } = await clients.s3.send(new GetObjectCommand({ Bucket, Key, VersionId }));
      const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
      kept.push({ place: `s3://${Bucket}/${Key}`, bytes: isGzip(bytes) ? gunzipSync(bytes) : bytes });
    }
  }
  return kept;
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
