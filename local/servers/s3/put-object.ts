import { emptyAnswer, versionHeader } from './answers.ts';
import { checksumHeaders } from './checksums.ts';
import { checkWriteConditions } from './conditions.ts';
import { encryptionHeaders } from './encryption.ts';
import { readPayload } from './payload.ts';
import { demandOnObject } from './permissions.ts';
import type { S3Operation } from './s3-call.ts';
import { invalidRequest } from './s3-error.ts';
import { storeVersion } from './store-version.ts';
import { readWriteOptions } from './write-options.ts';

export const putObject: S3Operation = (s3, call) => {
  demandOnObject(s3, call, 's3:PutObject');
  const bucket = s3.buckets.require(call.bucket);
  const options = readWriteOptions(s3, call, bucket);
  checkWriteConditions(call.headers, call.key, s3.versions.latest(bucket.name, call.key));
  const { body, checksums } = readPayload(call);
  const isLocked = options.retention !== undefined || options.legalHold !== undefined;
  if (isLocked && Object.keys(checksums).length === 0 && call.headers['content-md5'] === undefined) {
    throw invalidRequest(
      'Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters',
    );
  }
  const version = storeVersion(s3, bucket, call.key, { body, details: { ...options, checksums } });
  return emptyAnswer(200, {
    etag: `"${version.etag}"`,
    ...checksumHeaders(checksums),
    ...encryptionHeaders(options.encryption),
    ...versionHeader(bucket, version.versionId),
  });
};
