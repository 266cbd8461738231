import { createHash } from 'node:crypto';
import { unchunk } from './aws-chunked.ts';
import { versionHeader, xmlAnswer } from './answers.ts';
import {
  checksum,
  checksumElementName,
  checksumElements,
  compositeChecksum,
  type Checksums,
} from './checksums.ts';
import { checkWriteConditions } from './conditions.ts';
import { encryptionHeaders, useKey } from './encryption.ts';
import { requireUpload } from './multipart-upload.ts';
import { demandOnObject } from './permissions.ts';
import type { S3, S3Call, S3Operation } from './s3-call.ts';
import { S3Error } from './s3-error.ts';
import { storeVersion } from './store-version.ts';
import type { Part, Upload } from './upload-store.ts';
import { childrenNamed, readXml, textAt, type XmlElement } from './xml-reader.ts';

// Every part but the last (S3 user guide, "Amazon S3 multipart upload limits").
const smallestPartBytes = 5 * 1024 ** 2;

export const completeMultipartUpload: S3Operation = (s3, call) => {
  demandOnObject(s3, call, 's3:PutObject');
  const upload = requireUpload(s3, call);
  const bucket = s3.buckets.require(call.bucket);
  useKey(s3, call, upload.details.encryption, 'kms:Decrypt');
  checkWriteConditions(call.headers, call.key, s3.versions.latest(bucket.name, call.key));
  const parts = choosePart(s3, call, upload);
  const body = Buffer.concat(parts.map((part) => s3.uploads.partBody(upload.id, part.number)));
  const checksums = objectChecksums(upload, parts, body);
  refuseWrongTotal(call, checksums);
  const details = { ...upload.details, checksums };
  const version = storeVersion(s3, bucket, call.key, { body, etag: multipartEtag(parts), details });
  s3.uploads.remove(upload.id);
  return xmlAnswer(
    'CompleteMultipartUploadResult',
    {
      Bucket: bucket.name,
      Key: call.key,
      ETag: `"${version.etag}"`,
      ...checksumElements(checksums),
      ChecksumType: upload.checksumAlgorithm && upload.checksumType,
    },
    { ...encryptionHeaders(details.encryption), ...versionHeader(bucket, version.versionId) },
  );
};

function choosePart(s3: S3, call: S3Call, upload: Upload): Part[] {
  const isChunked = call.headers['content-encoding']?.includes('aws-chunked') === true;
  // The checksum headers of this request are of the object, so its body goes without `readPayload`.
  const request = readXml(isChunked ? unchunk(call.rawBody).body : call.rawBody);
  const stored = new Map(s3.uploads.parts(upload.id).map((part) => [part.number, part]));
  const chosen = childrenNamed(request, 'Part').map((wanted) => matchPart(wanted, stored));
  if (chosen.length === 0) throw new S3Error(400, 'MalformedXML', 'You must specify at least one part');
  for (const [index, part] of chosen.entries()) {
    const next = chosen[index + 1];
    if (!next) break;
    if (next.number <= part.number) {
      throw new S3Error(
        400,
        'InvalidPartOrder',
        `The list of parts was not in ascending order: ${part.number}, ${next.number}`,
      );
    }
    if (part.size < smallestPartBytes) {
      throw new S3Error(
        400,
        'EntityTooSmall',
        `Part ${part.number} has ${part.size} bytes; each but the last needs ${smallestPartBytes}`,
      );
    }
  }
  return chosen;
}

function matchPart(wanted: XmlElement, stored: ReadonlyMap<number, Part>): Part {
  const number = Number(textAt(wanted, 'PartNumber'));
  const part = stored.get(number);
  if (part?.etag !== textAt(wanted, 'ETag')?.replaceAll('"', '') || !part) {
    throw new S3Error(400, 'InvalidPart', `Part ${number} was not uploaded, or its ETag differs`);
  }
  for (const [algorithm, sum] of Object.entries(part.checksums)) {
    const given = textAt(wanted, checksumElementName(algorithm));
    if (given !== undefined && given !== sum) {
      throw new S3Error(
        400,
        'InvalidPart',
        `Part ${number}: its ${algorithm} is ${sum}, the request says ${given}`,
      );
    }
  }
  return part;
}

function objectChecksums(upload: Upload, parts: readonly Part[], body: Buffer): Checksums {
  const algorithm = upload.checksumAlgorithm;
  if (!algorithm) return {};
  if (upload.checksumType === 'FULL_OBJECT') return { [algorithm]: checksum(algorithm, body) };
  const sums = parts.map((part) => {
    const sum = part.checksums[algorithm];
    if (sum === undefined) {
      throw new S3Error(
        400,
        'InvalidRequest',
        `The upload was created using the ${algorithm} checksum; part ${part.number} came without one`,
      );
    }
    return sum;
  });
  return { [algorithm]: compositeChecksum(algorithm, sums) };
}

function refuseWrongTotal(call: S3Call, checksums: Checksums): void {
  for (const [algorithm, computed] of Object.entries(checksums)) {
    const given = call.headers[`x-amz-checksum-${algorithm}`];
    if (given !== undefined && given !== computed) {
      throw new S3Error(
        400,
        'BadDigest',
        `The ${algorithm} you specified (${given}) did not match ${computed}`,
      );
    }
  }
}

function multipartEtag(parts: readonly Part[]): string {
  const digests = Buffer.concat(parts.map((part) => Buffer.from(part.etag, 'hex')));
  return `${createHash('md5').update(digests).digest('hex')}-${parts.length}`;
}
