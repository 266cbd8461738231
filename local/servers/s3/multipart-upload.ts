import { createHash, randomUUID } from 'node:crypto';
import { emptyAnswer, xmlAnswer } from './answers.ts';
import { checksumAlgorithms, checksumHeaders, type ChecksumAlgorithm } from './checksums.ts';
import { encryptionHeaders, useKey } from './encryption.ts';
import { readPayload } from './payload.ts';
import { demandOnBucket, demandOnObject } from './permissions.ts';
import type { S3, S3Call, S3Operation } from './s3-call.ts';
import { invalidArgument, invalidRequest } from './s3-error.ts';
import type { Upload } from './upload-store.ts';
import { readWriteOptions } from './write-options.ts';

// S3 user guide, "Amazon S3 multipart upload limits".
const mostParts = 10_000;

export const createMultipartUpload: S3Operation = (s3, call) => {
  demandOnObject(s3, call, 's3:PutObject');
  const bucket = s3.buckets.require(call.bucket);
  const algorithm = readAlgorithm(call.headers['x-amz-checksum-algorithm']);
  const upload: Upload = {
    id: randomUUID(),
    bucket: bucket.name,
    key: call.key,
    initiatedAt: s3.clock.now(),
    checksumAlgorithm: algorithm,
    checksumType: readChecksumType(call.headers['x-amz-checksum-type'], algorithm),
    details: readWriteOptions(s3, call, bucket),
  };
  s3.uploads.create(upload);
  const answered = {
    ...encryptionHeaders(upload.details.encryption),
    ...(algorithm
      ? {
          'x-amz-checksum-algorithm': algorithm.toUpperCase(),
          'x-amz-checksum-type': upload.checksumType,
        }
      : {}),
  };
  return xmlAnswer(
    'InitiateMultipartUploadResult',
    { Bucket: bucket.name, Key: call.key, UploadId: upload.id },
    answered,
  );
};

export const uploadPart: S3Operation = (s3, call) => {
  demandOnObject(s3, call, 's3:PutObject');
  const upload = requireUpload(s3, call);
  const number = Number(call.query.get('partNumber'));
  if (!Number.isInteger(number) || number < 1 || number > mostParts) {
    throw invalidArgument(`Part number must be an integer between 1 and ${mostParts}, inclusive`);
  }
  useKey(s3, call, upload.details.encryption, 'kms:GenerateDataKey');
  const { body, checksums } = readPayload(call);
  const etag = createHash('md5').update(body).digest('hex');
  s3.uploads.putPart(
    upload.id,
    { number, etag, size: body.length, modifiedAt: s3.clock.now(), checksums },
    body,
  );
  return emptyAnswer(200, {
    etag: `"${etag}"`,
    ...checksumHeaders(checksums),
    ...encryptionHeaders(upload.details.encryption),
  });
};

export const abortMultipartUpload: S3Operation = (s3, call) => {
  demandOnObject(s3, call, 's3:AbortMultipartUpload');
  s3.uploads.remove(requireUpload(s3, call).id);
  return emptyAnswer(204);
};

export const listParts: S3Operation = (s3, call) => {
  demandOnObject(s3, call, 's3:ListMultipartUploadParts');
  const upload = requireUpload(s3, call);
  return xmlAnswer('ListPartsResult', {
    Bucket: upload.bucket,
    Key: upload.key,
    UploadId: upload.id,
    IsTruncated: false,
    Part: s3.uploads.parts(upload.id).map((part) => ({
      PartNumber: part.number,
      LastModified: new Date(part.modifiedAt).toISOString(),
      ETag: `"${part.etag}"`,
      Size: part.size,
    })),
  });
};

export const listMultipartUploads: S3Operation = (s3, call) => {
  demandOnBucket(s3, call, 's3:ListBucketMultipartUploads');
  const bucket = s3.buckets.require(call.bucket);
  return xmlAnswer('ListMultipartUploadsResult', {
    Bucket: bucket.name,
    IsTruncated: false,
    Upload: s3.uploads.ofBucket(bucket.name).map((upload) => ({
      Key: upload.key,
      UploadId: upload.id,
      Initiated: new Date(upload.initiatedAt).toISOString(),
    })),
  });
};

export function requireUpload(s3: S3, call: S3Call): Upload {
  const bucket = s3.buckets.require(call.bucket);
  return s3.uploads.require(call.query.get('uploadId') ?? '', bucket.name, call.key);
}

function readAlgorithm(name: string | undefined): ChecksumAlgorithm | undefined {
  if (name === undefined) return undefined;
  const known = checksumAlgorithms.find((algorithm) => algorithm.toUpperCase() === name);
  if (!known) throw invalidRequest(`Checksum algorithm provided is unsupported: ${name}`);
  return known;
}

function readChecksumType(type: string | undefined, algorithm: string | undefined): Upload['checksumType'] {
  // CRC64NVME sums only whole objects (S3 user guide, "Checking object integrity").
  const fallback = algorithm === 'crc64nvme' ? 'FULL_OBJECT' : 'COMPOSITE';
  if (type === undefined || type === 'COMPOSITE' || type === 'FULL_OBJECT') return type ?? fallback;
  throw invalidRequest(`Value for x-amz-checksum-type header is invalid: ${type}`);
}
