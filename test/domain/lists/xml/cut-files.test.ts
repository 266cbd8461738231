import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAdvancedXml } from '../../../../domain/lists/advanced-xml/read-advanced-xml.ts';
import { readEnhancedXml } from '../../../../domain/lists/enhanced-xml/read-enhanced-xml.ts';
import { ListRefusedError } from '../../../../domain/lists/list-refused-error.ts';
import { unzipXml } from '../../../../domain/lists/unzip.ts';
import { xmlLimits } from '../../../../domain/lists/xml/xml-limits.ts';
import { advancedSample, consolidatedZip } from './xml-samples.ts';

const seed = 20_250_114;
const enhanced = { file: 'CONS_ENHANCED.XML', list: 'ofac-cons' };
const advanced = { file: 'SDN_ADVANCED.XML', list: 'ofac-sdn' };
const whole = Buffer.concat([...unzipXml(enhanced.file, consolidatedZip(), xmlLimits.bytes)]);

/** The first twelve entities of the real file, as a whole file. */
const excerpt = (() => {
  const text = whole.toString('utf8');
  const end = text.split('</entity>', 12).join('</entity>').length;
  return Buffer.from(`${text.slice(0, end)}</entity></entities></sanctionsData>\n`);
})();
const byHand = Buffer.from(advancedSample());

/** Any place before the end of the root's closing tag; what follows that is blank. */
const cut = (bytes: Buffer) => fc.integer({ min: 0, max: bytes.lastIndexOf('>') - 1 });

describe(`a file cut short (seed ${seed})`, () => {
  it('is refused wherever the real file is cut', () => {
    fc.assert(
      fc.property(cut(whole), (at) => {
        expect(() => readEnhancedXml([whole.subarray(0, at)], enhanced)).toThrow(ListRefusedError);
      }),
      { seed, numRuns: 6 },
    );
  });

  it.each([
    ['Enhanced', excerpt, (bytes: Buffer) => readEnhancedXml([bytes], enhanced)],
    ['Advanced', byHand, (bytes: Buffer) => readAdvancedXml([bytes], advanced)],
  ])('is refused at any of many places of an %s XML', (_, bytes, read) => {
    expect(read(bytes).entries.length).toBeGreaterThan(5);
    fc.assert(
      fc.property(cut(bytes), (at) => {
        expect(() => read(bytes.subarray(0, at))).toThrow(ListRefusedError);
      }),
      { seed, numRuns: 80 },
    );
  });

  it('is refused when bytes are missing in the middle, or read as no more parties than the whole has', () => {
    const all = readEnhancedXml([excerpt], enhanced).entries.length;
    fc.assert(
      fc.property(cut(excerpt), fc.integer({ min: 1, max: 20_000 }), (at, length) => {
        const rest = Buffer.concat([excerpt.subarray(0, at), excerpt.subarray(at + length)]);
        try {
          expect(readEnhancedXml([rest], enhanced).entries.length).toBeLessThanOrEqual(all);
        } catch (error) {
          expect(error).toBeInstanceOf(ListRefusedError);
        }
      }),
      { seed, numRuns: 30 },
    );
  });
});

describe(`a file in chunks (seed ${seed})`, () => {
  it.each([
    ['Enhanced', excerpt, (chunks: Buffer[]) => readEnhancedXml(chunks, enhanced)],
    ['Advanced', byHand, (chunks: Buffer[]) => readAdvancedXml(chunks, advanced)],
  ])('reads the same wherever an %s XML is parted, even within a character', (_, bytes, read) => {
    const expected = read([bytes]);
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length), { maxLength: 40 }), (places) => {
        const ends = [...places.toSorted((left, right) => left - right), bytes.length];
        const chunks = ends.map((end, index) => bytes.subarray(index === 0 ? 0 : ends[index - 1], end));
        expect(read(chunks)).toEqual(expected);
      }),
      { seed, numRuns: 12 },
    );
    const single = Array.from(bytes, (_, index) => bytes.subarray(index, index + 1));
    expect(read(single)).toEqual(expected);
  });
});
