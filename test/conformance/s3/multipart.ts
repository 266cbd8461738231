import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  UploadPartCommand,
  type CompletedPart,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { Check } from '../check.ts';
import { inBucket } from './temporary-bucket.ts';

const smallestPart = 5 * 1024 ** 2;

interface Target {
  readonly Bucket: string;
  readonly Key: string;
  readonly UploadId: string | undefined;
}

export const multipartChecks: readonly Check[] = [
  {
    service: 's3',
    rule: 'joins parts in order, under an ETag that counts them',
    run: ({ s3 }) =>
      inBucket(s3, 'plain', async (Bucket) => {
        const bytes = randomBytes(smallestPart + 1000);
        const target = await begin(s3, Bucket, 'joined');
        const Parts = await sendParts(s3, target, [
          bytes.subarray(0, smallestPart),
          bytes.subarray(smallestPart),
        ]);
        const complete = new CompleteMultipartUploadCommand({ ...target, MultipartUpload: { Parts } });
        const { ETag } = await s3.send(complete);
        assert.match(ETag ?? '', /-2"$/);
        const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'joined' }));
        assert.ok(bytes.equals((await got.Body?.transformToByteArray()) ?? Buffer.alloc(0)));
      }),
  },
  {
    service: 's3',
    rule: 'refuses a part that is too small, one that is unknown, and a wrong order',
    run: ({ s3 }) =>
      inBucket(s3, 'plain', async (Bucket) => {
        const target = await begin(s3, Bucket, 'refused');
        const [first, second] = await sendParts(s3, target, [Buffer.from('a'), Buffer.from('b')]);
        assert.ok(first && second);
        const complete = (Parts: CompletedPart[]) =>
          s3.send(new CompleteMultipartUploadCommand({ ...target, MultipartUpload: { Parts } }));
        await assert.rejects(complete([first, second]), { name: 'EntityTooSmall' });
        await assert.rejects(complete([second, first]), { name: 'InvalidPartOrder' });
        await assert.rejects(complete([{ ...first, ETag: second.ETag }]), { name: 'InvalidPart' });
        await s3.send(new AbortMultipartUploadCommand(target));
      }),
  },
  {
    service: 's3',
    rule: 'lists uploads and their parts until they are aborted',
    run: ({ s3 }) =>
      inBucket(s3, 'plain', async (Bucket) => {
        const target = await begin(s3, Bucket, 'aborted');
        await sendParts(s3, target, [Buffer.from('abc')]);
        const parts = await s3.send(new ListPartsCommand(target));
        assert.deepEqual(
          parts.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size]),
          [[1, 3]],
        );
        const open = await s3.send(new ListMultipartUploadsCommand({ Bucket }));
        assert.deepEqual(
          open.Uploads?.map(({ UploadId }) => UploadId),
          [target.UploadId],
        );
        await s3.send(new AbortMultipartUploadCommand(target));
        await assert.rejects(s3.send(new ListPartsCommand(target)), { name: 'NoSuchUpload' });
      }),
  },
];

async function begin(s3: S3Client, Bucket: string, Key: string): Promise<Target> {
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key }));
  return { Bucket, Key, UploadId };
}

async function sendParts(s3: S3Client, target: Target, bodies: readonly Buffer[]): Promise<CompletedPart[]> {
  const parts: CompletedPart[] = [];
  for (const [index, Body] of bodies.entries()) {
    const PartNumber = index + 1;
    const sent = await s3.send(new UploadPartCommand({ ...target, PartNumber, Body }));
    parts.push({ PartNumber, ETag: sent.ETag, ChecksumCRC32: sent.ChecksumCRC32 });
  }
  return parts;
}
