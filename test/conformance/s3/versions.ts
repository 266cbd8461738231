import assert from 'node:assert/strict';
import {
  DeleteObjectCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  type ListObjectVersionsCommandOutput,
} from '@aws-sdk/client-s3';
import type { Check } from '../check.ts';
import { inBucket, readText } from './temporary-bucket.ts';

export const versionChecks: readonly Check[] = [
  {
    service: 's3',
    rule: 'keeps the old version when a key is written again',
    run: ({ s3 }) =>
      inBucket(s3, 'versioned', async (Bucket) => {
        assert.equal((await s3.send(new GetBucketVersioningCommand({ Bucket }))).Status, 'Enabled');
        const old = await s3.send(new PutObjectCommand({ Bucket, Key: 'v', Body: '1' }));
        const recent = await s3.send(new PutObjectCommand({ Bucket, Key: 'v', Body: '2' }));
        assert.notEqual(old.VersionId, recent.VersionId);
        assert.equal(await readText(s3, { Bucket, Key: 'v' }), '2');
        assert.equal(await readText(s3, { Bucket, Key: 'v', VersionId: old.VersionId }), '1');
      }),
  },
  {
    service: 's3',
    rule: 'hides a deleted key behind a marker, and shows it again when the marker is deleted',
    run: ({ s3 }) =>
      inBucket(s3, 'versioned', async (Bucket) => {
        await s3.send(new PutObjectCommand({ Bucket, Key: 'v', Body: '1' }));
        const marker = await s3.send(new DeleteObjectCommand({ Bucket, Key: 'v' }));
        assert.equal(marker.DeleteMarker, true);
        await assert.rejects(s3.send(new GetObjectCommand({ Bucket, Key: 'v' })), { name: 'NoSuchKey' });
        await s3.send(new DeleteObjectCommand({ Bucket, Key: 'v', VersionId: marker.VersionId }));
        assert.equal(await readText(s3, { Bucket, Key: 'v' }), '1');
      }),
  },
  {
    service: 's3',
    rule: 'lists versions newest first under each key, page by page',
    run: ({ s3 }) =>
      inBucket(s3, 'versioned', async (Bucket) => {
        const put = async (Key: string) =>
          (await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }))).VersionId;
        const b1 = await put('b');
        const a1 = await put('a');
        const a2 = await put('a');
        const marker = await s3.send(new DeleteObjectCommand({ Bucket, Key: 'a' }));
        const seen: (string | undefined)[] = [];
        let position: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | undefined =
          {};
        while (position) {
          const page: ListObjectVersionsCommandOutput = await s3.send(
            new ListObjectVersionsCommand({ Bucket, MaxKeys: 1, ...position }),
          );
          seen.push(
            ...[...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].map((entry) => entry.VersionId),
          );
          position = page.IsTruncated
            ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
            : undefined;
        }
        assert.deepEqual(seen, [marker.VersionId, a2, a1, b1]);
      }),
  },
];
