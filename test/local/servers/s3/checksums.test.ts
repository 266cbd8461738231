import { describe, expect, it } from 'vitest';
import { checksum, compositeChecksum } from '../../../../local/servers/s3/checksums.ts';

// The catalogue of parametrised CRC algorithms gives each sum over these nine bytes as its check value.
const checkInput = Buffer.from('123456789');

describe('checksums', () => {
  it.each([
    ['crc32', 'cbf43926'],
    ['crc32c', 'e3069283'],
    ['crc64nvme', 'ae8b14860a799888'],
    ['sha1', 'f7c3bc1d808e04732adf679965ccc34ca7ae3441'],
    ['sha256', '15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225'],
  ] as const)('gives the known %s of 123456789', (algorithm, hex) => {
    expect(checksum(algorithm, checkInput)).toBe(Buffer.from(hex, 'hex').toString('base64'));
  });

  it('sums the parts’ sums of a multipart object and tells how many they are', () => {
    const part = checksum('crc32', checkInput);
    const both = Buffer.concat([Buffer.from(part, 'base64'), Buffer.from(part, 'base64')]);
    expect(compositeChecksum('crc32', [part, part])).toBe(`${checksum('crc32', both)}-2`);
  });
});
