import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ChecksumAlgorithm, Checksums } from './checksums.ts';
import { S3Error } from './s3-error.ts';
import type { ObjectDetails } from './version-store.ts';

/** A multipart upload that is neither completed nor aborted. */
export interface Upload {
  readonly id: string;
  readonly bucket: string;
  readonly key: string;
  /** Milliseconds since the epoch. */
  readonly initiatedAt: number;
  readonly checksumAlgorithm: ChecksumAlgorithm | undefined;
  readonly checksumType: 'COMPOSITE' | 'FULL_OBJECT';
  readonly details: ObjectDetails;
}

export interface Part {
  readonly number: number;
  readonly etag: string;
  readonly size: number;
  readonly modifiedAt: number;
  readonly checksums: Checksums;
}

interface UploadRow {
  id: string;
  bucket: string;
  key: string;
  initiated_at: number;
  checksum_algorithm: ChecksumAlgorithm | null;
  checksum_type: Upload['checksumType'];
  details: string;
}

interface PartRow {
  number: number;
  etag: string;
  size: number;
  modified_at: number;
  checksums: string;
}

export class UploadStore {
  readonly #one: StatementSync;
  readonly #ofBucket: StatementSync;
  readonly #insert: StatementSync;
  readonly #delete: StatementSync;
  readonly #parts: StatementSync;
  readonly #partBody: StatementSync;
  readonly #putPart: StatementSync;

  constructor(database: DatabaseSync) {
    this.#one = database.prepare('SELECT * FROM s3_upload WHERE id = ? AND bucket = ? AND key = ?');
    this.#ofBucket = database.prepare('SELECT * FROM s3_upload WHERE bucket = ? ORDER BY key, initiated_at');
    this.#insert = database.prepare('INSERT INTO s3_upload VALUES (?, ?, ?, ?, ?, ?, ?)');
    this.#delete = database.prepare('DELETE FROM s3_upload WHERE id = ?');
    this.#parts = database.prepare(
      'SELECT number, etag, size, modified_at, checksums FROM s3_part WHERE upload = ? ORDER BY number',
    );
    this.#partBody = database.prepare('SELECT body FROM s3_part WHERE upload = ? AND number = ?');
    this.#putPart = database.prepare('INSERT OR REPLACE INTO s3_part VALUES (?, ?, ?, ?, ?, ?, ?)');
  }

  /** @throws S3Error `NoSuchUpload` */
  require(id: string, bucket: string, key: string): Upload {
    const row = this.#one.get(id, bucket, key);
    if (!row) throw new S3Error(404, 'NoSuchUpload', `The specified upload does not exist: ${id}`);
    return fromRow(row);
  }

  ofBucket(bucket: string): Upload[] {
    return this.#ofBucket.all(bucket).map(fromRow);
  }

  create(upload: Upload): void {
    this.#insert.run(
      upload.id,
      upload.bucket,
      upload.key,
      upload.initiatedAt,
      upload.checksumAlgorithm ?? null,
      upload.checksumType,
      JSON.stringify(upload.details),
    );
  }

  /** Drops the upload with its parts. */
  remove(id: string): void {
    this.#delete.run(id);
  }

  putPart(upload: string, part: Part, body: Buffer): void {
    const checksums = JSON.stringify(part.checksums);
    this.#putPart.run(upload, part.number, part.etag, part.size, part.modifiedAt, checksums, body);
  }

  parts(upload: string): Part[] {
    return this.#parts.all(upload).map((found) => {
      const row = found as unknown as PartRow;
      const { number, etag, size } = row;
      return {
        number,
        etag,
        size,
        modifiedAt: row.modified_at,
        checksums: JSON.parse(row.checksums) as Checksums,
      };
    });
  }

  partBody(upload: string, number: number): Buffer {
    return Buffer.from(this.#partBody.get(upload, number)?.body as Uint8Array);
  }
}

function fromRow(found: Record<string, unknown>): Upload {
  const row = found as unknown as UploadRow;
  return {
    id: row.id,
    bucket: row.bucket,
    key: row.key,
    initiatedAt: row.initiated_at,
    checksumAlgorithm: row.checksum_algorithm ?? undefined,
    checksumType: row.checksum_type,
    details: JSON.parse(row.details) as ObjectDetails,
  };
}
