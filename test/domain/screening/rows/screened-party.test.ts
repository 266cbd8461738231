import { describe, expect, it } from 'vitest';
import { queryFrom, ScreenedParty } from '../../../../domain/screening/rows/screened-party.ts';

function query(party: unknown) {
  const told: string[] = [];
  return { query: queryFrom(ScreenedParty.parse(party), (pointer) => told.push(pointer)), told };
}

describe('a party to screen', () => {
  it('lacks what is null or empty, as tools write what they do not know', () => {
    const nothing = { name: '', otherNames: [], kind: '', birthDate: '', countries: null, identifiers: [] };
    expect(query(nothing)).toEqual({ query: {}, told: [] });
  });

  it('may have a country as a code of either case, as a part of it, or by its name', () => {
    expect(query({ countries: ['ru', 'US-DE', 'PRC', 'Iran', 'RU'] }).query.countries).toEqual([
      'RU',
      'US',
      'CN',
      'IR',
    ]);
  });

  it('is screened without a country that nobody knows, which is told', () => {
    expect(query({ name: 'x', countries: ['Atlantis', 'ZZ', 'RU'] })).toEqual({
      query: { name: 'x', countries: ['RU'] },
      told: ['/countries', '/countries'],
    });
  });

  it('has an identifier compared with every kind when its kind is not one of ours', () => {
    const identifiers = ['12345', { kind: 'passport', value: 'a' }, { kind: 'constructor', value: 'b' }];
    expect(query({ identifiers }).query.identifiers).toEqual([
      { value: '12345' },
      { kind: 'passport', value: 'a' },
      { value: 'b' },
    ]);
  });

  it.each(['1961', '1961-05', '1961-05-31'])('may be born %s', (birthDate) => {
    expect(query({ birthDate }).query).toEqual({ birthDate });
  });

  it.each(['61', '1961-13', '1961-05-32', '05/31/1961', '1961-5-1', '1961-05-31T00:00:00Z'])(
    'is refused with the birth date %s, which could be read in two ways or in none',
    (birthDate) => {
      expect(ScreenedParty.safeParse({ birthDate }).success).toBe(false);
    },
  );
});
