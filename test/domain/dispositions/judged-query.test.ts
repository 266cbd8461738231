import { describe, expect, it } from 'vitest';
import { queryChanges } from '../../../domain/dispositions/judged-query.ts';
import type { QueryIdentifier } from '../../../domain/screening/screening.ts';

const withOnly = (...identifiers: QueryIdentifier[]) => ({ name: 'Mira Testperson', identifiers });

describe('what differs between two queries', () => {
  it('is an identifier of the same value and another kind, or of none', () => {
    const passport = withOnly({ kind: 'passport', value: 'A1' });
    expect(queryChanges(passport, withOnly({ kind: 'taxId', value: 'A1' }))).toEqual(['identifiers']);
    expect(queryChanges(passport, withOnly({ value: 'A1' }))).toEqual(['identifiers']);
    expect(queryChanges(passport, passport)).toEqual([]);
  });

  it('is not that a kind is said to be unknown, or not said at all', () => {
    expect(queryChanges(withOnly({ value: 'A1' }), withOnly({ kind: undefined, value: 'A1' }))).toEqual([]);
  });

  it('is not an empty list where there was none', () => {
    expect(queryChanges(withOnly(), { name: 'Mira Testperson' })).toEqual([]);
  });

  it('is whether the party is a person or a company, where that was known or becomes known', () => {
    const as = (kind?: 'individual' | 'entity') => ({ name: 'Mira Testperson', kind });
    expect(queryChanges(as('individual'), as('entity'))).toEqual(['kind']);
    expect(queryChanges(as(), as('entity'))).toEqual(['kind']);
  });
});
