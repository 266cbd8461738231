import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { crc32c, crc64nvme } from './cyclic-checksums.ts';

export const checksumAlgorithms = ['crc32', 'crc32c', 'crc64nvme', 'sha1', 'sha256'] as const;
export type ChecksumAlgorithm = (typeof checksumAlgorithms)[number];

/** Base64 of the big-endian sum, as the `x-amz-checksum-*` headers carry it. */
export type Checksums = Readonly<Partial<Record<ChecksumAlgorithm, string>>>;

const digests: Readonly<Record<ChecksumAlgorithm, (body: Buffer) => Buffer>> = {
  crc32: (body) => bigEndian32(crc32(body)),
  crc32c: (body) => bigEndian32(crc32c(body)),
  crc64nvme: (body) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64BE(crc64nvme(body));
    return bytes;
  },
  sha1: (body) => createHash('sha1').update(body).digest(),
  sha256: (body) => createHash('sha256').update(body).digest(),
};

export function checksum(algorithm: ChecksumAlgorithm, body: Buffer): string {
  return digests[algorithm](body).toString('base64');
}

/** The sum of a multipart object: over the parts' raw sums, with the number of parts behind a hyphen. */
export function compositeChecksum(algorithm: ChecksumAlgorithm, parts: readonly string[]): string {
  const sums = Buffer.concat(parts.map((part) => Buffer.from(part, 'base64')));
  return `${checksum(algorithm, sums)}-${parts.length}`;
}

export function checksumHeaders(checksums: Checksums): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const algorithm of checksumAlgorithms) {
    const value = checksums[algorithm];
    if (value === undefined) continue;
    headers[`x-amz-checksum-${algorithm}`] = value;
    headers['x-amz-checksum-type'] = value.includes('-') ? 'COMPOSITE' : 'FULL_OBJECT';
  }
  return headers;
}

/** The same sums as XML elements: `ChecksumCRC32`, … */
export function checksumElements(checksums: Checksums): Record<string, string> {
  return Object.fromEntries(
    Object.entries(checksums).map(([algorithm, value]) => [checksumElementName(algorithm), value]),
  );
}

export function checksumElementName(algorithm: string): string {
  return `Checksum${algorithm.toUpperCase()}`;
}

function bigEndian32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
