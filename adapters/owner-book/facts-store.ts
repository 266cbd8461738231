import { gunzipSync, gzipSync } from 'node:zlib';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { z } from 'zod';
import { JudgedQuery } from '../../domain/dispositions/judged-query.ts';
import { StoredRecordInvalidError } from '../../domain/errors/kyc-error.ts';
import { ownerBookFolders } from '../../domain/rescreening/owner-book-folders.ts';
import type { BytesEnvelope, Sealed } from '../sealing/envelope.ts';
import { objectBytes } from '../aws/s3-objects.ts';
import { readStored } from '../records/stored.ts';

/** What one version of an owner is screened with. Personal: it is stored sealed and in no other way. */
const OwnerFacts = z.object({
  account: z.string(),
  party: z.string(),
  sequence: z.int(),
  query: JudgedQuery.extend({ salt: z.string().optional() }),
});
export type OwnerFacts = z.infer<typeof OwnerFacts>;

/**
 * The owner book: for each shard one object with the facts of its owners, sealed under one data key, so that a shard
 * costs one call of KMS and not one for each owner. It is a copy of what the records hold and can be made again.
 */
export interface FactsStore {
  /** Null when the shard has no object, or one that has expired. */
  read(shard: string): Promise<OwnerFacts[] | null>;
  /** Replaces the shard's object; nothing of the one before is kept. */
  write(shard: string, facts: readonly OwnerFacts[]): Promise<void>;
}

export function factsStore(s3: S3Client, bucket: string, envelope: BytesEnvelope): FactsStore {
  return {
    async read(shard) {
      const object = await objectBytes(s3, bucket, keyOf(shard));
      if (object === null) return null;
      const sealed = unframed(Buffer.from(object), shard);
      const text = gunzipSync(await envelope.unseal(subjectOf(shard), sealed)).toString('utf8');
      const facts: unknown = JSON.parse(text);
      return readStored(z.array(OwnerFacts), `shard ${shard} of the owner book`, facts);
    },
    async write(shard, facts) {
      const sealed = await envelope.seal(subjectOf(shard), gzipSync(JSON.stringify(facts)));
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key: keyOf(shard), Body: framed(sealed) }));
    },
  };
}

const keyOf = (shard: string): string => `${ownerBookFolders.facts}${shard}.sealed`;
const subjectOf = (shard: string): string => `owner-book:${shard}`;

const formVersion = 1;
const headBytes = 3;

/** One byte of version, two of the wrapped key's length, the wrapped key, then the ciphertext. */
function framed({ wrappedKey, ciphertext }: Sealed): Buffer {
  const head = Buffer.alloc(headBytes);
  head.writeUInt8(formVersion);
  head.writeUInt16BE(wrappedKey.length, 1);
  return Buffer.concat([head, wrappedKey, ciphertext]);
}

function unframed(bytes: Buffer, shard: string): Sealed {
  const version = bytes.length < headBytes ? 'none' : bytes.readUInt8(0);
  if (version !== formVersion)
    throw new StoredRecordInvalidError(
      `${keyOf(shard)}: expected an object of version ${formVersion}, found version ${version}; ` +
        'delete it, and the next run makes it again from the records',
    );
  const keyEnd = headBytes + bytes.readUInt16BE(1);
  return { v: 1, wrappedKey: bytes.subarray(headBytes, keyEnd), ciphertext: bytes.subarray(keyEnd) };
}
