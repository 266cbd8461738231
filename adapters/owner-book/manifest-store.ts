import { createHash } from 'node:crypto';
import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import { z } from 'zod';
import { readStored } from '../records/stored.ts';

/** Which manifest of a closed run is meant. */
export interface ManifestPlace {
  readonly key: string;
  readonly sha256: string;
}

/** SHA-256 of each shard's results by the manifest of a run; empty where no manifest of that digest is there. */
export type ShardDigests = (place: ManifestPlace) => Promise<ReadonlyMap<string, string>>;

const Manifest = z.object({ shards: z.array(z.object({ shard: z.string(), sha256: z.string() })) });

/** Keeps the last one read: a function works on many shards of one run. */
export function shardDigests(s3: S3Client, bucket: string): ShardDigests {
  let held: { readonly sha256: string; readonly digests: ReadonlyMap<string, string> } | null = null;
  return async ({ key, sha256 }) => {
    if (held?.sha256 === sha256) return held.digests;
    const text = await textOf(s3, bucket, key);
    if (text === null || createHash('sha256').update(text).digest('hex') !== sha256) return new Map();
    const { shards } = readStored(Manifest, key, JSON.parse(text));
    held = { sha256, digests: new Map(shards.map((each) => [each.shard, each.sha256])) };
    return held.digests;
  };
}

async function textOf(s3: S3Client, bucket: string, key: string): Promise<string | null> {
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return (await Body?.transformToString()) ?? '';
  } catch (error) {
    if (error instanceof NoSuchKey) return null;
    throw error;
  }
}
