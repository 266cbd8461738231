import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ByteRange } from './byte-range.ts';
import type { Checksums } from './checksums.ts';
import type { Encryption } from './encryption.ts';
import type { ObjectLock } from './object-lock.ts';

/** What is kept of an object beside its bytes. */
export interface ObjectDetails extends ObjectLock {
  /** `content-type`, `x-amz-meta-…`, as they are sent back. */
  readonly headers: Readonly<Record<string, string>>;
  readonly checksums: Checksums;
  readonly encryption: Encryption;
  readonly tags: Readonly<Record<string, string>>;
}

export interface NewVersion {
  readonly bucket: string;
  readonly key: string;
  /** `null` in a bucket that is not versioned. */
  readonly versionId: string;
  readonly isDeleteMarker: boolean;
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number;
  /** Without quotation marks. */
  readonly etag: string;
  readonly body: Buffer;
  readonly details: ObjectDetails;
}

export interface ObjectVersion extends Omit<NewVersion, 'body'> {
  readonly sequence: number;
  readonly isLatest: boolean;
  readonly size: number;
}

interface VersionRow {
  sequence: number;
  bucket: string;
  key: string;
  version_id: string;
  is_latest: number;
  is_delete_marker: number;
  modified_at: number;
  etag: string;
  size: number;
  details: string;
}

const columns = `sequence, bucket, key, version_id, is_latest, is_delete_marker, modified_at, etag, size, details`;

/** Every version and delete marker of every object. */
export class VersionStore {
  readonly #byId: StatementSync;
  readonly #latest: StatementSync;
  readonly #nextKey: StatementSync;
  readonly #nextOlder: StatementSync;
  readonly #nextVersioned: StatementSync;
  readonly #anyOfBucket: StatementSync;
  readonly #body: StatementSync;
  readonly #bodyRange: StatementSync;
  readonly #demote: StatementSync;
  readonly #insert: StatementSync;
  readonly #delete: StatementSync;
  readonly #promote: StatementSync;
  readonly #setDetails: StatementSync;

  constructor(database: DatabaseSync) {
    const select = (rest: string): StatementSync =>
      database.prepare(`SELECT ${columns} FROM s3_version WHERE bucket = ? AND ${rest}`);
    this.#byId = select('key = ? AND version_id = ?');
    this.#latest = select('key = ? AND is_latest = 1');
    this.#nextKey = select('key >= ? AND is_latest = 1 AND is_delete_marker = 0 ORDER BY key LIMIT 1');
    this.#nextOlder = select('key = ? AND sequence < ? ORDER BY sequence DESC LIMIT 1');
    this.#nextVersioned = select('key >= ? AND is_latest = 1 ORDER BY key LIMIT 1');
    this.#anyOfBucket = select('1 LIMIT 1');
    this.#body = database.prepare('SELECT body FROM s3_version WHERE sequence = ?');
    this.#bodyRange = database.prepare(
      'SELECT substr(body, ?, ?) AS body FROM s3_version WHERE sequence = ?',
    );
    this.#demote = database.prepare(
      'UPDATE s3_version SET is_latest = 0 WHERE bucket = ? AND key = ? AND is_latest = 1',
    );
    this.#insert = database.prepare(
      `INSERT INTO s3_version (bucket, key, version_id, is_latest, is_delete_marker, modified_at, etag, size, details, body)
       VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?)`,
    );
    this.#delete = database.prepare('DELETE FROM s3_version WHERE sequence = ?');
    this.#promote = database.prepare(
      `UPDATE s3_version SET is_latest = 1 WHERE sequence =
         (SELECT max(sequence) FROM s3_version WHERE bucket = ? AND key = ?)`,
    );
    this.#setDetails = database.prepare('UPDATE s3_version SET details = ? WHERE sequence = ?');
  }

  /** The newest version, which may be a delete marker. */
  latest(bucket: string, key: string): ObjectVersion | undefined {
    return fromRow(this.#latest.get(bucket, key));
  }

  find(bucket: string, key: string, versionId: string): ObjectVersion | undefined {
    return fromRow(this.#byId.get(bucket, key, versionId));
  }

  isEmpty(bucket: string): boolean {
    return this.#anyOfBucket.get(bucket) === undefined;
  }

  /** The first object from `key` on, in UTF-8 order, that is not deleted. */
  firstFrom(bucket: string, key: string): ObjectVersion | undefined {
    return fromRow(this.#nextKey.get(bucket, key));
  }

  /** The first version from `key` on: by key, the newest of each key first. */
  firstVersionFrom(bucket: string, key: string): ObjectVersion | undefined {
    return fromRow(this.#nextVersioned.get(bucket, key));
  }

  /** The version of the same key before this one. */
  olderThan(version: ObjectVersion): ObjectVersion | undefined {
    return fromRow(this.#nextOlder.get(version.bucket, version.key, version.sequence));
  }

  body(version: ObjectVersion, range?: ByteRange): Buffer {
    // substr counts bytes from 1.
    const row = range
      ? this.#bodyRange.get(range.start + 1, range.length, version.sequence)
      : this.#body.get(version.sequence);
    const bytes = row?.body as Uint8Array;
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Makes it the newest of its key; the version with the same id (`null`) gives way. */
  add(version: NewVersion): void {
    const replaced = this.find(version.bucket, version.key, version.versionId);
    if (replaced) this.#delete.run(replaced.sequence);
    this.#demote.run(version.bucket, version.key);
    this.#insert.run(
      version.bucket,
      version.key,
      version.versionId,
      Number(version.isDeleteMarker),
      version.modifiedAt,
      version.etag,
      version.body.length,
      JSON.stringify(version.details),
      version.body,
    );
  }

  remove(version: ObjectVersion): void {
    this.#delete.run(version.sequence);
    if (version.isLatest) this.#promote.run(version.bucket, version.key);
  }

  replaceDetails(version: ObjectVersion, details: ObjectDetails): void {
    this.#setDetails.run(JSON.stringify(details), version.sequence);
  }
}

function fromRow(found: Record<string, unknown> | undefined): ObjectVersion | undefined {
  if (!found) return undefined;
  const row = found as unknown as VersionRow;
  return {
    sequence: row.sequence,
    bucket: row.bucket,
    key: row.key,
    versionId: row.version_id,
    isLatest: row.is_latest === 1,
    isDeleteMarker: row.is_delete_marker === 1,
    modifiedAt: row.modified_at,
    etag: row.etag,
    size: row.size,
    details: JSON.parse(row.details) as ObjectDetails,
  };
}
