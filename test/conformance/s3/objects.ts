import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectsCommand,
  GetObjectAttributesCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import type { Check } from '../check.ts';
import { inBucket, readText } from './temporary-bucket.ts';

export const objectChecks: readonly Check[] = [
  {
    service: 's3',
    rule: 'gives back the bytes, the content type and the metadata of an object whose key needs escaping',
    run: ({ s3 }) =>
      inBucket(s3, 'plain', async (Bucket) => {
        const Key = 'a/b c+é&<>.txt';
        const put = { Bucket, Key, Body: 'hello', ContentType: 'text/plain', Metadata: { k: 'v' } };
        await s3.send(new PutObjectCommand(put));
        const got = await s3.send(new GetObjectCommand({ Bucket, Key }));
        assert.equal(await got.Body?.transformToString(), 'hello');
        assert.equal(got.ContentType, 'text/plain');
        assert.deepEqual(got.Metadata, { k: 'v' });
      }),
  },
  {
    service: 's3',
    rule: 'stores a stream without its aws-chunked framing',
    run: ({ s3 }) =>
      inBucket(s3, 'plain', async (Bucket) => {
        const bytes = randomBytes(200_000);
        const Body = Readable.from([bytes.subarray(0, 100_000), bytes.subarray(100_000)]);
        await s3.send(new PutObjectCommand({ Bucket, Key: 'stream', Body, ContentLength: bytes.length }));
        const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'stream' }));
        assert.ok(bytes.equals((await got.Body?.transformToByteArray()) ?? Buffer.alloc(0)));
        assert.notEqual(got.ContentEncoding, 'aws-chunked');
      }),
  },
  {
    service: 's3',
    rule: 'keeps the checksum that the sender chose, and shows it to who asks',
    run: ({ s3 }) =>
      inBucket(s3, 'plain', async (Bucket) => {
        for (const ChecksumAlgorithm of ['CRC32', 'SHA1', 'SHA256'] as const) {
          const Key = ChecksumAlgorithm;
          const put = await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x', ChecksumAlgorithm }));
          const head = await s3.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));
          const member = `Checksum${ChecksumAlgorithm}` as const;
          assert.ok(put[member]);
          assert.equal(head[member], put[member]);
        }
      }),
  },
  {
    service: 's3',
    rule: 'refuses a body that does not match its checksum',
    run: ({ s3 }) =>
      inBucket(s3, 'plain', async (Bucket) => {
        const put = new PutObjectCommand({ Bucket, Key: 'bad', Body: 'x', ChecksumCRC32: 'AAAAAA==' });
        await assert.rejects(s3.send(put), { name: 'BadDigest' });
        await assert.rejects(s3.send(new HeadObjectCommand({ Bucket, Key: 'bad' })), { name: 'NotFound' });
      }),
  },
  {
    service: 's3',
    rule: 'gives a range of the bytes, and refuses one behind the end',
    run: ({ s3 }) =>
      inBucket(s3, 'plain', async (Bucket) => {
        await s3.send(new PutObjectCommand({ Bucket, Key: 'r', Body: 'hello' }));
        const part = await s3.send(new GetObjectCommand({ Bucket, Key: 'r', Range: 'bytes=1-3' }));
        assert.equal(await part.Body?.transformToString(), 'ell');
        assert.equal(part.ContentRange, 'bytes 1-3/5');
        assert.equal(await readText(s3, { Bucket, Key: 'r', Range: 'bytes=-2' }), 'lo');
        const behind = new GetObjectCommand({ Bucket, Key: 'r', Range: 'bytes=5-' });
        await assert.rejects(s3.send(behind), { name: 'InvalidRange' });
      }),
  },
  {
    service: 's3',
    rule: 'says NoSuchKey to a GET and NotFound to a HEAD of nothing',
    run: ({ s3 }) =>
      inBucket(s3, 'plain', async (Bucket) => {
        await assert.rejects(s3.send(new GetObjectCommand({ Bucket, Key: 'nope' })), { name: 'NoSuchKey' });
        await assert.rejects(s3.send(new HeadObjectCommand({ Bucket, Key: 'nope' })), { name: 'NotFound' });
      }),
  },
  {
    service: 's3',
    rule: 'creates under If-None-Match: * once, and replaces under If-Match only what it names',
    run: ({ s3 }) =>
      inBucket(s3, 'plain', async (Bucket) => {
        const Key = 'once';
        const first = await s3.send(new PutObjectCommand({ Bucket, Key, Body: '1', IfNoneMatch: '*' }));
        const again = new PutObjectCommand({ Bucket, Key, Body: '2', IfNoneMatch: '*' });
        await assert.rejects(s3.send(again), { name: 'PreconditionFailed' });
        const stale = new PutObjectCommand({ Bucket, Key, Body: '2', IfMatch: '"deadbeef"' });
        await assert.rejects(s3.send(stale), { name: 'PreconditionFailed' });
        await s3.send(new PutObjectCommand({ Bucket, Key, Body: '2', IfMatch: first.ETag }));
        assert.equal(await readText(s3, { Bucket, Key }), '2');
      }),
  },
  {
    service: 's3',
    rule: 'answers 304 to a reader who has the object already',
    run: ({ s3 }) =>
      inBucket(s3, 'plain', async (Bucket) => {
        const { ETag } = await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: '1' }));
        const get = new GetObjectCommand({ Bucket, Key: 'k', IfNoneMatch: ETag });
        await assert.rejects(s3.send(get), hasStatus(304));
      }),
  },
  {
    service: 's3',
    rule: 'copies an object with its metadata and tags, and deletes several at once',
    run: ({ s3 }) =>
      inBucket(s3, 'plain', async (Bucket) => {
        await s3.send(new PutObjectCommand({ Bucket, Key: 'from', Body: 'x', Metadata: { k: 'v' } }));
        const TagSet = [{ Key: 'a', Value: 'b' }];
        await s3.send(new PutObjectTaggingCommand({ Bucket, Key: 'from', Tagging: { TagSet } }));
        await s3.send(new CopyObjectCommand({ Bucket, Key: 'to', CopySource: `${Bucket}/from` }));
        const copy = await s3.send(new HeadObjectCommand({ Bucket, Key: 'to' }));
        assert.deepEqual(copy.Metadata, { k: 'v' });
        const tagging = await s3.send(new GetObjectTaggingCommand({ Bucket, Key: 'to' }));
        assert.deepEqual(tagging.TagSet, TagSet);
        const Delete = { Objects: [{ Key: 'from' }, { Key: 'to' }, { Key: 'never-there' }] };
        const deleted = await s3.send(new DeleteObjectsCommand({ Bucket, Delete }));
        assert.equal(deleted.Deleted?.length, 3);
      }),
  },
  {
    service: 's3',
    rule: 'tells the attributes that were asked for',
    run: ({ s3 }) =>
      inBucket(s3, 'plain', async (Bucket) => {
        await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'xyz' }));
        const got = await s3.send(
          new GetObjectAttributesCommand({ Bucket, Key: 'k', ObjectAttributes: ['ObjectSize', 'Checksum'] }),
        );
        assert.equal(got.ObjectSize, 3);
        assert.ok(got.Checksum?.ChecksumCRC32);
        assert.equal(got.ETag, undefined);
      }),
  },
];

function hasStatus(expected: number) {
  return (error: unknown): boolean =>
    (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === expected;
}
