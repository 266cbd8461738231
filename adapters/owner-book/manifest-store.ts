import type { S3Client } from '@aws-sdk/client-s3';
import { z } from 'zod';
import { sha256 } from '../../domain/lists/list-digest.ts';
import { objectText } from '../aws/s3-objects.ts';
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
  return async ({ key, sha256: digest }) => {
    if (held?.sha256 === digest) return held.digests;
    const text = await objectText(s3, bucket, key);
    if (text === null || sha256(text) !== digest) return new Map();
    const { shards } = readStored(Manifest, key, JSON.parse(text));
    held = { sha256: digest, digests: new Map(shards.map((each) => [each.shard, each.sha256])) };
    return held.digests;
  };
}
