import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../domain/lists/unzip-checksum.ts';
import { isZip, unzipXml } from '../../../domain/lists/unzip.ts';
import { consolidatedZip, faultOf } from './xml/xml-samples.ts';

const file = 'CONS_ENHANCED.ZIP';
const largest = 10_000_000;
const unpack = (zip: Uint8Array, limit = largest) => Buffer.concat([...unzipXml(file, zip, limit)]);
const fault = (zip: Uint8Array, limit = largest) => faultOf(() => unpack(zip, limit));
const text = (content: string) => new TextEncoder().encode(content);
const real = consolidatedZip();
const seed = 813;

describe('unzipXml', () => {
  it('gives the one file of the real archive, to the byte', () => {
    expect(isZip(real)).toBe(true);
    expect(unpack(real)).toHaveLength(3_420_879);
  });

  it('gives a file that is stored without being packed', () => {
    expect(unpack(zipSync({ 'a.xml': text('<a/>') }, { level: 0 })).toString()).toBe('<a/>');
  });

  it('finds the directory before a comment', () => {
    expect(unpack(zipSync({ 'a.XML': text('<a/>') }, { comment: 'of today' })).toString()).toBe('<a/>');
  });

  it('refuses an archive with several files, none, or one that is no XML', () => {
    expect(fault(zipSync({ 'a.xml': text('<a/>'), 'b.xml': text('<b/>') })).found).toBe('2');
    expect(fault(zipSync({})).found).toBe('0');
    expect(fault(zipSync({ 'a.exe': text('MZ') })).found).toBe('"a.exe"');
  });

  it('refuses what is no archive', () => {
    expect(fault(new Uint8Array()).found).toBe('an empty file');
    expect(fault(text('<html>Moved</html>'.repeat(10))).found).toBe('no directory at its end');
    expect(isZip(text('<a/>'))).toBe(false);
  });

  it('refuses to unpack more than is allowed, and more than the archive says', () => {
    const bomb = zipSync({ 'a.xml': new Uint8Array(5_000_000) });
    expect(bomb.length).toBeLessThan(10_000);
    expect(fault(bomb, 1_000_000)).toMatchObject({
      expected: 'at most 1000000 bytes inside',
      found: '5000000',
    });
    const lying = bomb.slice();
    const directory = Buffer.from(lying).lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    new DataView(lying.buffer).setUint32(directory + 24, 100, true);
    expect(fault(lying)).toMatchObject({ expected: '100 bytes inside', found: 'more' });
  });

  it('refuses to unpack far more than a list has for so few packed bytes', () => {
    const bomb = zipSync({ 'a.xml': new Uint8Array(2_000_000) });
    expect(fault(bomb).expected).toBe('at most 200 bytes out of each packed one');
    expect(unpack(zipSync({ 'a.xml': new Uint8Array(1_000_000) }))).toHaveLength(1_000_000);
  });

  it('refuses an encrypted file', () => {
    const zip = zipSync({ 'a.xml': text('<a/>') });
    const directory = Buffer.from(zip).lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    zip[directory + 8] = 1;
    expect(fault(zip).found).toBe('an encrypted one');
  });

  it(`refuses the archive wherever it is cut (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: real.length - 1 }), (at) => {
        expect(fault(real.slice(0, at)).file).toBe(file);
      }),
      { seed, numRuns: 50 },
    );
  });

  it(`refuses the archive or gives the very same file, whatever bit is changed (seed ${seed})`, () => {
    const whole = crc32(unpack(real));
    fc.assert(
      fc.property(fc.nat(real.length - 1), fc.nat(7), (at, bit) => {
        const changed = real.slice();
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        let unpacked: Buffer;
        try {
          unpacked = unpack(changed);
        } catch (error) {
          expect(error).toMatchObject({ name: 'ListRefusedError' });
          return;
        }
        expect(crc32(unpacked)).toBe(whole);
      }),
      { seed, numRuns: 12 },
    );
  });
});

it('crc32 is that of ZIP, in one go or in pieces', () => {
  expect(crc32(text('123456789'))).toBe(0xcbf43926);
  expect(crc32(text('6789'), crc32(text('12345')))).toBe(0xcbf43926);
});
