import { createHash } from 'node:crypto';
import { unchunk, type Unchunked } from './aws-chunked.ts';
import { checksum, checksumAlgorithms, type Checksums } from './checksums.ts';
import type { S3Call } from './s3-call.ts';
import { S3Error, invalidRequest } from './s3-error.ts';

export interface Payload {
  readonly body: Buffer;
  /** Those the sender gave, each found to be right. */
  readonly checksums: Checksums;
}

/**
 * The bytes the sender meant, free of framing and checked against every digest sent with them.
 *
 * @throws S3Error `BadDigest`, `InvalidDigest`, `XAmzContentSHA256Mismatch`, `IncompleteBody`, or `InvalidRequest` when an
 *   announced trailer did not come
 */
export function readPayload(call: S3Call): Payload {
  const { body, trailers } = unframed(call);
  refuseWrongLength(call, body);
  refuseWrongDigests(call, body);
  return { body, checksums: verifiedChecksums(call, trailers, body) };
}

function unframed(call: S3Call): Unchunked {
  const isChunked =
    call.headers['content-encoding']?.includes('aws-chunked') === true ||
    call.headers['x-amz-content-sha256']?.startsWith('STREAMING-') === true;
  return isChunked ? unchunk(call.rawBody) : { body: call.rawBody, trailers: {} };
}

function refuseWrongLength(call: S3Call, body: Buffer): void {
  const announced = call.headers['x-amz-decoded-content-length'];
  if (announced !== undefined && Number(announced) !== body.length) {
    throw new S3Error(
      400,
      'IncompleteBody',
      `x-amz-decoded-content-length says ${announced} bytes, but ${body.length} came`,
    );
  }
}

function refuseWrongDigests(call: S3Call, body: Buffer): void {
  const md5 = call.headers['content-md5'];
  if (md5 !== undefined && md5 !== createHash('md5').update(body).digest('base64')) {
    throw new S3Error(400, 'BadDigest', 'The Content-MD5 you specified did not match what we received.');
  }
  const sha256 = call.headers['x-amz-content-sha256'];
  // The other values of this header are words such as UNSIGNED-PAYLOAD.
  if (sha256 && /^[\da-f]{64}$/.test(sha256) && sha256 !== createHash('sha256').update(body).digest('hex')) {
    throw new S3Error(
      400,
      'XAmzContentSHA256Mismatch',
      'The provided x-amz-content-sha256 header does not match what was computed.',
    );
  }
}

function verifiedChecksums(
  call: S3Call,
  trailers: Readonly<Record<string, string>>,
  body: Buffer,
): Checksums {
  const verified: Partial<Record<(typeof checksumAlgorithms)[number], string>> = {};
  for (const algorithm of checksumAlgorithms) {
    const name = `x-amz-checksum-${algorithm}`;
    const given = call.headers[name] ?? trailers[name];
    if (given === undefined) {
      if (call.headers['x-amz-trailer'] === name)
        throw invalidRequest(`the announced trailer ${name} is missing`);
      continue;
    }
    const computed = checksum(algorithm, body);
    if (computed !== given) {
      throw new S3Error(
        400,
        'BadDigest',
        `The ${algorithm.toUpperCase()} you specified (${given}) did not match the calculated checksum (${computed}).`,
      );
    }
    verified[algorithm] = computed;
  }
  return verified;
}
