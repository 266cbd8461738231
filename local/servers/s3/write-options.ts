import type { Bucket } from './bucket-store.ts';
import { chooseEncryption, useKey } from './encryption.ts';
import { keptHeaders } from './object-headers.ts';
import { readLegalHold, readRetention, type ObjectLock } from './object-lock.ts';
import { readTaggingHeader } from './object-tagging.ts';
import { demandOnObject } from './permissions.ts';
import type { S3, S3Call } from './s3-call.ts';
import { invalidRequest } from './s3-error.ts';
import type { ObjectDetails } from './version-store.ts';

/**
 * Reads what the headers of PutObject, CopyObject and CreateMultipartUpload ask for, and demands the grants that each
 * wish needs beside `s3:PutObject`.
 */
export function readWriteOptions(s3: S3, call: S3Call, bucket: Bucket): ObjectDetails {
  const encryption = chooseEncryption(call, s3.buckets.configuration(bucket.name, 'encryption'));
  useKey(s3, call, encryption, 'kms:GenerateDataKey');
  if (call.headers['x-amz-tagging'] !== undefined) demandOnObject(s3, call, 's3:PutObjectTagging');
  return {
    headers: keptHeaders(call.headers),
    checksums: {},
    encryption,
    tags: readTaggingHeader(call.headers['x-amz-tagging']),
    ...readLock(s3, call, bucket),
  };
}

function readLock(s3: S3, call: S3Call, bucket: Bucket): ObjectLock {
  const { headers } = call;
  const until = headers['x-amz-object-lock-retain-until-date'];
  const retention = readRetention(headers['x-amz-object-lock-mode'], until, s3.clock.now());
  const legalHold = readLegalHold(headers['x-amz-object-lock-legal-hold']);
  if (!retention && !legalHold) return {};
  if (retention) demandOnObject(s3, call, 's3:PutObjectRetention');
  if (legalHold) demandOnObject(s3, call, 's3:PutObjectLegalHold');
  if (!bucket.hasObjectLock) throw invalidRequest('Bucket is missing Object Lock Configuration');
  return { retention, legalHold };
}
