import { describe, expect, it } from 'vitest';
import {
  ipCountryMethod,
  type AccessObservation,
} from '../../../../domain/verification/network/ip-country-method.ts';
import { checked, person, today } from '../parties.ts';
import { shippedVerification } from '../samples.ts';

const policy = shippedVerification().accesses;
const method = ipCountryMethod(policy);
const french = person({ address: { country: 'FR' } });

function from(
  country: AccessObservation['country'],
  times: number,
  at = `${today}T08:00:00Z`,
): AccessObservation[] {
  return Array.from({ length: times }, () => ({ country, at, kind: 'access' }));
}
const check = (...accesses: AccessObservation[][]) => checked(method, french, { accesses: accesses.flat() });

describe('verification by the countries of access', () => {
  it('passes accesses from the named country, with journeys', () => {
    expect(check(from('FR', 90), from('ES', 10))).toMatchObject({ outcome: 'passed' });
  });

  it('leaves accesses from elsewhere to a person', () => {
    expect(check(from('FR', 10), from('IR', 10))).toMatchObject({
      outcome: 'inconclusive',
      discrepancies: [{ code: 'accessCountryDiffers', found: { text: 'IR' } }],
    });
  });

  it('cannot tell where most addresses are of no known country', () => {
    expect(check(from('FR', 1), from(null, 20)).reasons).toEqual(['accessCountriesUnknown']);
    expect(check(from(null, 20)).outcome).toBe('inconclusive');
  });

  it('counts what is within the window, and is not performed on less than the policy asks for', () => {
    const enough = policy.fewestObservations;
    expect(check(from('FR', enough)).outcome).toBe('passed');
    expect(check(from('FR', enough - 1))).toMatchObject({
      outcome: 'notPerformed',
      reasons: ['tooFewAccesses'],
    });
    expect(check(from('FR', enough - 1), from('FR', 50, '2020-01-01T00:00:00Z')).reasons).toEqual([
      'tooFewAccesses',
    ]);
    expect(check(from('FR', enough, '2027-01-01T00:00:00Z')).reasons).toEqual(['tooFewAccesses']);
  });

  it('is not performed without accesses, or without a country to compare with', () => {
    expect(checked(method, french).reasons).toEqual(['accessesMissing']);
    expect(checked(method, person(), { accesses: from('FR', 10) }).reasons).toEqual(['statedCountryMissing']);
  });
});
