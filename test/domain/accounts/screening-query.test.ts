import { describe, expect, it } from 'vitest';
import { screeningQuery } from '../../../domain/accounts/screening-query.ts';
import { company, individual } from '../../support/account-events.ts';

describe('what the lists are searched with', () => {
  it('is the country of a subdivision, as the lists know no subdivisions, and each country once', () => {
    const facts = company({
      organizedUnder: 'US-DE',
      location: { country: 'US', as: 'located' },
      address: { country: 'CA' },
    });
    expect(screeningQuery(facts).countries).toEqual(['CA', 'US']);
  });

  it('is every name, the date of birth, the citizenships and the wallet', () => {
    const facts = individual({
      otherNames: ['Mira Otherwise'],
      birthDate: '1990-01-02',
      citizenships: ['FR', 'DE'],
      payment: { means: 'wallet', wallet: 'invented-wallet' },
    });
    expect(screeningQuery(facts)).toEqual({
      kind: 'individual',
      name: 'Mira Testperson',
      otherNames: ['Mira Otherwise'],
      birthDate: '1990-01-02',
      countries: ['FR', 'DE'],
      identifiers: [{ kind: 'wallet', value: 'invented-wallet' }],
    });
  });

  it('leaves out what nobody said', () => {
    expect(screeningQuery({ id: 'p', kind: 'entity' })).toEqual({ kind: 'entity' });
  });
});
