import { describe, expect, it } from 'vitest';
import { compiledScreener } from '../../support/compiled-screener.ts';
import { listed, screenAgainst, strong } from './listed.ts';
import { shippedThreshold } from '../../support/shipped-threshold.ts';

const petrov = listed('1', 'PETROV, Sergey Ivanovich', {
  birthDates: [{ text: 'circa 1961', from: '1961-01-01', to: '1961-12-31', isApproximate: true }],
  countries: ['RU'],
  identifiers: [
    { kind: 'passport', value: '4005504207' },
    { kind: 'wallet', value: '1GqChmWqGtsaLrGbHfgdrV5Nkvahtjjuxr' },
    { kind: 'wallet', value: '0x7Db418b5D567A4e0E8c59Ad71BE1FcE48f3E6107' },
  ],
});
const company = listed('2', 'KHAVARAN SHIPPING LIMITED LIABILITY COMPANY', { kind: 'entity' });
const others = Array.from({ length: 40 }, (_, index) => listed(`x${index}`, `ANOTHER, Person${index}`));
const screen = screenAgainst([petrov, company, ...others]);
const found = (name: string) => screen({ name }).matches?.map(({ entryId }) => entryId) ?? [];
const scoreOf = (query: Parameters<typeof screen>[0]) => screen(query).matches?.[0]?.score ?? 0;

describe('a listed person is found', () => {
  it.each([
    ['in natural order', 'Sergey Ivanovich Petrov'],
    ['without the middle name', 'Sergey Petrov'],
    ['with an initial', 'Sergey I. Petrov'],
    ['with a slip of the pen', 'Sergey Ivanovich Pertov'],
    ['in another transliteration', 'Sergei Ivanovitch Petroff'],
    ['in Cyrillic', 'Сергей Иванович Петров'],
    ['with Cyrillic letters hidden among Latin ones', 'Sеrgеy Ivаnovich Pеtrov'],
    ['with digits for letters', 'S3rgey Ivanovich P3trov'],
    ['with the blanks lost', 'SergeyIvanovich Petrov'],
    ['with accents and marks of direction', '\u200fSérgéy\u200e Ivánovich Pétrov'],
  ])('%s', (_, name) => {
    expect(found(name)).toEqual(['1']);
  });
});

describe('a listed company is found', () => {
  it.each([
    'Khavaran Shipping',
    'Khavaran Shipping LLC',
    'KHAVARAN SHIPPINGLIMITED',
    'Shipping Khavaran Ltd.',
  ])('as %s, whatever its legal form', (name) => {
    expect(found(name)).toEqual(['2']);
  });
});

describe('an identifier', () => {
  const byIdentifier = (value: string, kind?: string) =>
    screen({ name: 'Jane Nobody', identifiers: [{ kind, value }] }).matches?.map(({ entryId }) => entryId);

  it('that is equal decides alone, with the full score', () => {
    expect(screen({ name: 'Jane Nobody', identifiers: [{ value: '4005504207' }] }).matches).toEqual([
      {
        list: 'ofac-sdn',
        entryId: '1',
        name: 'PETROV, Sergey Ivanovich',
        score: 1,
        reasons: [{ code: 'sameIdentifier', points: 1, detail: 'passport' }],
      },
    ]);
  });

  it('in base58 is compared with its case, an EVM address without', () => {
    expect(byIdentifier('1GqChmWqGtsaLrGbHfgdrV5Nkvahtjjuxr')).toEqual(['1']);
    expect(byIdentifier('1gqchmwqgtsalrgbhfgdrv5nkvahtjjuxr')).toBeUndefined();
    expect(byIdentifier('0X7DB418B5D567A4E0E8C59AD71BE1FCE48F3E6107')).toEqual(['1']);
  });

  it('never matches by its beginning', () => {
    expect(byIdentifier('1GqChmWqGtsaLrGbHfgdrV5Nkvahtjj')).toBeUndefined();
  });

  it('of a stated kind is compared with that kind only', () => {
    expect(byIdentifier('4005504207', 'taxId')).toBeUndefined();
    expect(byIdentifier('4005 504-207', 'passport')).toEqual(['1']);
  });
});

describe('what else is known', () => {
  const name = 'Sergey Ivanovich Pertov';

  it('raises a score that agrees and lowers one that does not', () => {
    const plain = scoreOf({ name });
    expect(scoreOf({ name, birthDate: '1963-06-01' })).toBeGreaterThan(plain);
    expect(scoreOf({ name, birthDate: '1990-06-01' })).toBeLessThan(plain);
    expect(scoreOf({ name, countries: ['RU'] })).toBeGreaterThan(plain);
    expect(scoreOf({ name, kind: 'vessel' })).toBeLessThan(plain);
  });

  it('does not clear a person whose whole name is listed', () => {
    expect(
      screen({ name: 'Sergey Ivanovich Petrov', birthDate: '1990-01-01', kind: 'entity', countries: ['US'] })
        .outcome,
    ).toBe('possibleMatch');
  });
});

describe('matches', () => {
  const twice = screenAgainst([
    listed('1', 'AL-ZAWAHIRI, Ayman', {
      names: [strong('AL-ZAWAHIRI, Ayman'), strong('AL ZAWAHIRI, Aiman')],
    }),
    listed('3', 'AL-ZAWAHIRI, Aymon'),
    listed('2', 'AL-ZAWAHIRI, Aymon'),
    ...others,
  ]);

  it('come best first, one for each party, and equal scores in order of id', () => {
    const matches = twice({ name: 'Ayman al-Zawahiri' }).matches ?? [];
    expect(matches.map(({ entryId }) => entryId)).toEqual(['1', '2', '3']);
    expect(matches[0]?.score).toBe(1);
    expect(matches[1]?.score).toBeLessThan(1);
  });

  it('have reasons that add up to the score', () => {
    const query = { name: 'Aiman Zawahri', countries: ['EG'], birthDate: '1951-06-19' };
    for (const { score, reasons } of twice(query).matches ?? []) {
      expect(reasons.reduce((total, { points }) => total + points, 0)).toBeCloseTo(score, 9);
    }
  });
});

describe('the screener', () => {
  it('stamps every outcome with the list and the matcher, settings included', () => {
    const screener = compiledScreener([petrov], 'digest', { threshold: shippedThreshold });
    expect(screener.screen({ name: 'Jane Nobody' })).toEqual({
      outcome: 'clear',
      listDigest: 'digest',
      indexDigest: screener.indexDigest,
      matcherVersion: screener.matcherVersion,
      threshold: shippedThreshold,
      queryDigest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
  });

  it('answers the same whatever it was asked before', () => {
    const before = screen({ name: 'Sergey Petrov' });
    screen({ name: 'Khavaran' });
    expect(screen({ name: 'Sergey Petrov' })).toEqual(before);
  });
});
