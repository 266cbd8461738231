import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { PackagedFile } from '../../domain/reporting/package-manifest.ts';

/** Stores the files of a report package under one prefix; Object Lock keeps every version that was ever written. */
export type StorePackage = (prefix: string, files: readonly PackagedFile[]) => Promise<void>;

export function s3PackageStore(s3: S3Client, bucket: string): StorePackage {
  return async (prefix, files) => {
    // One after another and in order: the manifest comes last, so a package without one is unfinished.
    for (const { path, bytes } of files) {
      await s3.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: `${prefix}/${path}`,
          Body: bytes,
          ContentType: contentType(path),
          ChecksumAlgorithm: 'SHA256',
        }),
      );
    }
  };
}

function contentType(path: string): string {
  if (path.endsWith('.html')) return 'text/html; charset=utf-8';
  return path.endsWith('.json') ? 'application/json' : 'text/plain; charset=utf-8';
}
