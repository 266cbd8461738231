import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PairRow, QueryRow } from '../../domain/screening/rows/query-row.ts';
import { mutationOf } from '../support/json-mutations.ts';
import { publishedValidator } from './published-validator.ts';

const seed = 64;
const party = {
  name: 'Jane Example',
  otherNames: ['J. Example'],
  kind: 'individual',
  birthDate: '1961-05-03',
  countries: ['RU', 'US-DE'],
  identifiers: [{ kind: 'passport', value: '4005504207' }, '0x098B716B8Aaf21512996dC57EB0615e2383E2f96'],
  salt: 'kept with the party',
};

describe.each([
  ['query-row.schema.json', QueryRow, { id: 'a', ...party }],
  ['pair-row.schema.json', PairRow, { id: 1, left: party, right: party }],
])('%s', (file, schema, sample) => {
  const isPublishedForm = publishedValidator(file);

  it('accepts what the command line takes, and members it does not know', () => {
    expect(isPublishedForm(sample)).toBe(true);
    expect(isPublishedForm({ ...sample, added: 1 })).toBe(true);
  });

  it('gives the verdict of the command line on whatever is changed in a row', () => {
    fc.assert(
      fc.property(mutationOf(sample), (row) => {
        expect(isPublishedForm(row)).toBe(schema.safeParse(row).success);
      }),
      { seed, numRuns: 1000 },
    );
  });
});
