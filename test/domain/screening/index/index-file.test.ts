import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexFormat, readIndexFile, writeIndexFile } from '../../../../domain/screening/index/index-file.ts';
import { IndexRefusedError } from '../../../../domain/screening/index/index-refused-error.ts';

const sections = {
  letters: Uint8Array.of(1, 2, 3),
  places: Uint32Array.of(7, 4_294_967_295),
  weights: Float64Array.of(0.25, -1),
  nothing: new Uint32Array(),
};
const written = () => writeIndexFile({ entries: 3 }, sections);
const asWritten = (file: ReturnType<typeof readIndexFile>) => ({
  letters: file.bytes('letters'),
  places: file.integers('places'),
  weights: file.numbers('weights'),
  nothing: file.integers('nothing'),
});

/** The file with another header of the same length. */
function withHeader(change: (header: string) => string): Uint8Array {
  const text = Buffer.from(written()).toString('latin1');
  return new Uint8Array(Buffer.from(change(text), 'latin1'));
}

describe('an index file', () => {
  it('gives back what was written, to the number', () => {
    const file = readIndexFile(written());
    expect(asWritten(file)).toEqual(sections);
    expect(file.about).toEqual({ entries: 3 });
  });

  it('has the same bytes whenever the same is written', () => {
    expect(written()).toEqual(written());
    expect(readIndexFile(written()).digest).toBe(readIndexFile(written()).digest);
  });

  it('can be read from anywhere within other bytes, a pool of buffers included', () => {
    for (const start of [1, 4, 7, 8]) {
      const pool = Buffer.alloc(start + written().length);
      pool.set(written(), start);
      const file = readIndexFile(pool.subarray(start));
      expect(asWritten(file), `from byte ${start}`).toEqual(sections);
      expect(file.digest).toBe(readIndexFile(written()).digest);
    }
  });
});

describe('an index file is refused', () => {
  const longerByOne = Uint8Array.of(...written(), 0);
  it.each([
    [
      'of a later format',
      withHeader((text) => text.replace(`"format":${indexFormat}`, '"format":9')),
      /later/,
    ],
    [
      'of which a section starts elsewhere',
      withHeader((text) =>
        text.replace(/("places":\["u32",)(\d)/, (_, before, digit) => `${before}${(Number(digit) + 1) % 10}`),
      ),
      /the header that was written/,
    ],
    [
      'of an older format',
      withHeader((text) => text.replace(`"format":${indexFormat}`, '"format":1')),
      /again/,
    ],
    [
      'whose header states no format',
      withHeader((text) => text.replace('"format"', '"formal"')),
      /format none/,
    ],
    ['whose header is no object', withHeader((text) => text.replace(/\{.*\}/, spaced)), /format none/],
    ['that starts with another word', withHeader((text) => text.replace('KYCINDEX', 'KYCINDEY')), /KYCINDEX/],
    ['that is empty', new Uint8Array(), /KYCINDEX/],
    ['with bytes at its end that nobody wrote', longerByOne, /bytes/],
  ])('%s', (_, bytes, message) => {
    expect(() => readIndexFile(bytes)).toThrow(IndexRefusedError);
    expect(() => readIndexFile(bytes)).toThrow(message);
  });

  it('wherever it was cut', () => {
    const seed = 41_859;
    fc.assert(
      fc.property(fc.nat(written().length - 1), (length) => {
        expect(() => readIndexFile(written().subarray(0, length)), `seed ${seed}`).toThrow(IndexRefusedError);
      }),
      { seed, numRuns: 200 },
    );
  });

  it('when it is asked for a section that it lacks, or has with other numbers', () => {
    const file = readIndexFile(written());
    expect(() => file.bytes('others')).toThrow(/section others/);
    expect(() => file.numbers('places')).toThrow(IndexRefusedError);
    expect(() => file.bytes('toString')).toThrow(IndexRefusedError);
  });
});

function spaced(header: string): string {
  return 'null'.padEnd(header.length);
}
