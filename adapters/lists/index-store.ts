import { gunzipSync, gzipSync } from 'node:zlib';
import { PutObjectCommand, S3ServiceException, type S3Client } from '@aws-sdk/client-s3';
import { sha256 } from '../../domain/lists/list-digest.ts';
import { RunObjectMissingError } from '../../domain/rescreening/rescreening-errors.ts';
import { listedEntry, type ListedEntry } from '../../domain/lists/listed-entry.ts';
import { isThereAlready, objectBytes } from '../aws/s3-objects.ts';

/** Compiled indexes by their SHA-256, and the entries of list versions, for telling what changed between two. */
export interface IndexStore {
  /** @returns the SHA-256 by which it is read again */
  put(index: Uint8Array): Promise<string>;
  /** @throws RunObjectMissingError when it is not there, or its bytes are others */
  get(digest: string): Promise<Uint8Array>;
  /** @returns the SHA-256 under which alone they are read again */
  putEntries(listDigest: string, entries: readonly ListedEntry[]): Promise<string>;
  /** Null when that version's entries were never stored here, or what is stored are others. */
  entries(listDigest: string, entriesDigest: string): Promise<readonly ListedEntry[] | null>;
}

export function indexStore(s3: S3Client, bucket: string): IndexStore {
  const read = (key: string) => objectBytes(s3, bucket, key);
  return {
    async put(index) {
      const digest = sha256(index);
      const object = { Bucket: bucket, Key: indexKey(digest), Body: index };
      try {
        await s3.send(new PutObjectCommand({ ...object, IfNoneMatch: '*' }));
      } catch (error) {
        if (!isThere(error)) throw error;
        // The name is the content: what lies there under it with another is damaged, and replaced.
        const stored = await read(object.Key);
        if (!stored || sha256(stored) !== digest) await s3.send(new PutObjectCommand(object));
      }
      return digest;
    },
    async get(digest) {
      const key = indexKey(digest);
      const bytes = await read(key);
      if (bytes && sha256(bytes) === digest) return bytes;
      const found = bytes ? `${bytes.length} bytes of another digest` : 'nothing';
      throw new RunObjectMissingError(
        `${key}: expected the index of that SHA-256, found ${found}; start a new run`,
      );
    },
    async putEntries(listDigest, entries) {
      const lines = entries.map((entry) => JSON.stringify(listedEntry(entry))).join('\n');
      await s3.send(
        new PutObjectCommand({ Bucket: bucket, Key: entriesKey(listDigest), Body: gzipSync(lines) }),
      );
      return sha256(lines);
    },
    async entries(listDigest, entriesDigest) {
      const packed = await read(entriesKey(listDigest));
      const text = packed && unpacked(packed);
      if (!text || sha256(text) !== entriesDigest) return null;
      const lines = text.toString('utf8').split('\n');
      // Ours: its digest is that of what was written.
      return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as ListedEntry);
    },
  };
}

/** Null for what is not gzip: it is damaged, and so not what was stored. */
function unpacked(packed: Uint8Array): Buffer | null {
  try {
    return gunzipSync(packed);
  } catch {
    return null;
  }
}

/** 409 says that another writer is at the same name, and so at the same content. */
function isThere(error: unknown): boolean {
  const isUnderWay = error instanceof S3ServiceException && error.name === 'ConditionalRequestConflict';
  return isUnderWay || isThereAlready(error);
}

const indexKey = (digest: string): string => `indexes/${digest}.idx`;
const entriesKey = (listDigest: string): string => `entries/${listDigest}.ndjson.gz`;
