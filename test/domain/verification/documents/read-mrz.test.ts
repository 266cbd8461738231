import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mrzCheckDigit } from '../../../../domain/verification/documents/mrz-check-digit.ts';
import type { MrzChecks, MrzFields } from '../../../../domain/verification/documents/mrz-reading.ts';
import { mrzStateOf } from '../../../../domain/verification/documents/mrz-states.ts';
import { readMrz } from '../../../../domain/verification/documents/read-mrz.ts';
import { readFileSync } from 'node:fs';
import { sampleText } from '../samples.ts';

const seed = 20261123;

interface ZoneCase {
  readonly id: string;
  readonly format: string | null;
  readonly lines: readonly string[];
  readonly valid: boolean;
  readonly fault: string | null;
  readonly fields?: MrzFields;
  readonly checks?: MrzChecks;
  readonly failingChecks?: readonly string[] | null;
}

const cases = sampleText('mrz_cases.ndjson')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as ZoneCase);
const caseOf = (id: string) => cases.find((each) => each.id === id)?.lines ?? [];

describe('a machine-readable zone', () => {
  it.each(cases)('$id is read as the published case says', ({ lines, valid, fault, ...expected }) => {
    const reading = readMrz(lines);
    const { checks, fields, faults } = reading;
    expect(faults.length === 0).toBe(valid);
    expect(faults[0]?.kind ?? null).toBe(fault);
    expect(fields).toEqual(expected.fields ?? null);
    expect(checks).toEqual(expected.checks ?? null);
    const failing = faults.filter(({ kind }) => kind === 'check').map(({ field }) => field);
    expect(failing).toEqual(expected.failingChecks ?? []);
    if (fields !== null) expect(reading.format).toBe(expected.format);
  });

  it('is never repaired: a letter O for a nought stays a fault', () => {
    expect(readMrz(caseOf('td3-o-for-0')).faults.map(({ field }) => field)).toEqual([
      'documentNumber',
      'composite',
    ]);
  });

  it('says of a full name field that names may have been cut off', () => {
    expect(readMrz(caseOf('td3-truncated-name'))).toMatchObject({ isNameTruncated: true });
    expect(readMrz(caseOf('specimen-td3'))).toMatchObject({ isNameTruncated: false });
  });

  it.each([
    ['a zone of megabytes', ['<'.repeat(5_000_000), '<'.repeat(5_000_000)]],
    ['ten thousand lines', Array<string>(10_000).fill('<'.repeat(44))],
    [
      'digits in the names',
      ['P<UTOERIKSS0N<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', caseOf('specimen-td3')[1] ?? ''],
    ],
  ])('of %s is a fault of form', (_name, lines) => {
    expect(readMrz(lines)).toMatchObject({ format: null, fields: null, faults: [{ kind: 'form' }] });
  });

  it('whatever the lines hold gives faults and never an error', () => {
    const character = fc.constantFrom(...Array.from('ABZ019<oÄ\u0000😀 '));
    const line = fc
      .integer({ min: 28, max: 46 })
      .chain((size) => fc.string({ unit: character, maxLength: size }));
    const shaped = fc.constantFrom([30, 3], [36, 2], [44, 2]).chain(([width = 0, count = 0]) =>
      fc.array(
        fc.string({ unit: fc.constantFrom(...Array.from('AV0197<')), minLength: width, maxLength: width }),
        {
          minLength: count,
          maxLength: count,
        },
      ),
    );
    fc.assert(
      fc.property(fc.oneof(shaped, fc.array(line, { maxLength: 4 })), (lines) => {
        const reading = readMrz(lines);
        expect(reading.format === null).toBe(reading.fields === null);
        if (reading.format === null) expect(reading.faults.length).toBeGreaterThan(0);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('with any one digit of a checked field changed has a fault', () => {
    const [names = '', data = ''] = caseOf('td3-no-optional-zero');
    const places = [
      ...Array.from({ length: 9 }, (_, at) => at),
      13,
      14,
      15,
      16,
      17,
      18,
      21,
      22,
      23,
      24,
      25,
      26,
    ];
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.integer({ min: 1, max: 9 }), (place, step) => {
        const before = data.charAt(place);
        fc.pre(/\d/.test(before));
        const after = String((Number(before) + step) % 10);
        const { faults } = readMrz([names, data.slice(0, place) + after + data.slice(place + 1)]);
        expect(faults.some(({ kind }) => kind === 'check')).toBe(true);
      }),
      { seed },
    );
  });
});

describe('the check digit', () => {
  it('is that of the examples of ICAO Doc 9303-3', () => {
    expect(mrzCheckDigit('520727')).toBe('3');
    expect(mrzCheckDigit('AB2134<<<')).toBe('5');
  });
});

describe('the codes of states', () => {
  it('know every country of ISO 3166-1 by its letters, and Germany by D alone', () => {
    const rows = readFileSync(new URL('../../../../data/geo/iso3166-1.csv', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(','));
    const wrong = rows.filter(
      ([alpha2, alpha3 = '']) => alpha3 !== 'DEU' && mrzStateOf(alpha3)?.country !== alpha2,
    );
    expect(wrong).toEqual([]);
    expect(mrzStateOf('D')?.country).toBe('DE');
    expect(mrzStateOf('DEU')).toBeNull();
  });

  it.each(['XXA', 'XXB', 'XXC', 'XXX', 'UNO', 'GBN', 'RKS'])(
    '%s tells no nationality of a country',
    (code) => {
      expect(mrzStateOf(code)?.country).toBeNull();
    },
  );
});
