import { describe, expect, it } from 'vitest';
import { queryDigest } from '../../../domain/screening/query-digest.ts';
import type { ScreeningQuery } from '../../../domain/screening/screening.ts';

const query: ScreeningQuery = {
  name: 'Sergey Petrov',
  otherNames: ['Sergei Petroff'],
  kind: 'individual',
  birthDate: '1961-03-07',
  countries: ['RU', 'CY'],
  identifiers: [{ kind: 'passport', value: '4005504207' }],
  salt: 'of this party',
};
const digest = queryDigest(query);

describe('the digest of a query', () => {
  it('is the same for the same query, whatever the order of its countries', () => {
    expect(queryDigest({ ...query, countries: ['CY', 'RU'] })).toBe(digest);
    expect(query.countries).toEqual(['RU', 'CY']);
  });

  it.each<[string, ScreeningQuery]>([
    ['name', { ...query, name: 'Sergey Petrow' }],
    ['other names', { ...query, otherNames: [] }],
    ['kind', { ...query, kind: 'entity' }],
    ['date of birth', { ...query, birthDate: '1961-03' }],
    ['countries', { ...query, countries: ['RU'] }],
    ['value of an identifier', { ...query, identifiers: [{ kind: 'passport', value: '4005504208' }] }],
    ['kind of an identifier', { ...query, identifiers: [{ value: '4005504207' }] }],
    ['salt', { ...query, salt: 'of another party' }],
  ])('is another one for another %s', (_, other) => {
    expect(queryDigest(other)).not.toBe(digest);
  });

  it('does not take one name in two for two names', () => {
    expect(queryDigest({ name: 'A', otherNames: ['B', 'C'] })).not.toBe(
      queryDigest({ name: 'A', otherNames: ['B","C'] }),
    );
  });

  it('takes what is left out for what is empty, as screening does', () => {
    expect(queryDigest({ name: 'A' })).toBe(queryDigest({ name: 'A', otherNames: [], identifiers: [] }));
  });
});
