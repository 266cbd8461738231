import { GetObjectCommand, paginateListObjectsV2, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { JsonMap } from '../../../asl/json.ts';
import type { ObjectStorage } from '../../../asl/run/ports.ts';

/** S3 for item readers and result writers. */
export function objectStorage(s3: S3Client): ObjectStorage {
  return {
    async get({ bucket, key, versionId }) {
      const { Body } = await s3.send(
        new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }),
      );
      return (await Body?.transformToString()) ?? '';
    },
    async put({ bucket, key, body }) {
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
    },
    async list(bucket, prefix) {
      const items: JsonMap[] = [];
      for await (const page of paginateListObjectsV2({ client: s3 }, { Bucket: bucket, Prefix: prefix })) {
        for (const { Key, Size, ETag, StorageClass, LastModified } of page.Contents ?? []) {
          items.push({
            ...{
              Etag: ETag ?? '',
              Key: Key ?? '',
              Size: Size ?? 0,
              StorageClass: StorageClass ?? 'STANDARD',
            },
            // The item reader gives whole seconds since the epoch, not the ISO text of the API.
            LastModified: Math.floor((LastModified?.getTime() ?? 0) / 1000),
          });
        }
      }
      return items;
    },
  };
}
