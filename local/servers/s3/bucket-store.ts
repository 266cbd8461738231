import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { noSuchBucket } from './s3-error.ts';

export type Versioning = 'Enabled' | 'Suspended';

export interface Bucket {
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** Undefined until it is set for the first time. */
  readonly versioning: Versioning | undefined;
  readonly hasObjectLock: boolean;
}

interface BucketRow {
  name: string;
  created_at: number;
  versioning: Versioning | null;
  has_object_lock: number;
}

/** Buckets and the configuration documents kept for them. */
export class BucketStore {
  readonly #all: StatementSync;
  readonly #one: StatementSync;
  readonly #insert: StatementSync;
  readonly #update: StatementSync;
  readonly #delete: StatementSync;
  readonly #document: StatementSync;
  readonly #keepDocument: StatementSync;
  readonly #dropDocument: StatementSync;

  constructor(database: DatabaseSync) {
    this.#all = database.prepare('SELECT * FROM s3_bucket ORDER BY name');
    this.#one = database.prepare('SELECT * FROM s3_bucket WHERE name = ?');
    this.#insert = database.prepare('INSERT INTO s3_bucket VALUES (?, ?, ?, ?)');
    this.#update = database.prepare(
      'UPDATE s3_bucket SET versioning = ?, has_object_lock = ? WHERE name = ?',
    );
    this.#delete = database.prepare('DELETE FROM s3_bucket WHERE name = ?');
    this.#document = database.prepare('SELECT document FROM s3_configuration WHERE bucket = ? AND kind = ?');
    this.#keepDocument = database.prepare('INSERT OR REPLACE INTO s3_configuration VALUES (?, ?, ?)');
    this.#dropDocument = database.prepare('DELETE FROM s3_configuration WHERE bucket = ? AND kind = ?');
  }

  all(): Bucket[] {
    return this.#all.all().map((row) => fromRow(row as unknown as BucketRow));
  }

  find(name: string): Bucket | undefined {
    const row = this.#one.get(name);
    return row && fromRow(row as unknown as BucketRow);
  }

  /** @throws S3Error `NoSuchBucket` */
  require(name: string): Bucket {
    const bucket = this.find(name);
    if (!bucket) throw noSuchBucket(name);
    return bucket;
  }

  create(bucket: Bucket): void {
    this.#insert.run(bucket.name, bucket.createdAt, bucket.versioning ?? null, Number(bucket.hasObjectLock));
  }

  replace(bucket: Bucket): void {
    this.#update.run(bucket.versioning ?? null, Number(bucket.hasObjectLock), bucket.name);
  }

  remove(name: string): void {
    this.#delete.run(name);
  }

  /** @param kind the query parameter that names it, such as `encryption` */
  configuration(bucket: string, kind: string): string | undefined {
    return this.#document.get(bucket, kind)?.document as string | undefined;
  }

  keepConfiguration(bucket: string, kind: string, document: string): void {
    this.#keepDocument.run(bucket, kind, document);
  }

  dropConfiguration(bucket: string, kind: string): void {
    this.#dropDocument.run(bucket, kind);
  }
}

function fromRow(row: BucketRow): Bucket {
  return {
    name: row.name,
    createdAt: row.created_at,
    versioning: row.versioning ?? undefined,
    hasObjectLock: row.has_object_lock === 1,
  };
}
