import { describe, expect, it } from 'vitest';
import {
  signatoriesMethod,
  type Signatory,
} from '../../../../domain/verification/signatories/signatories-method.ts';
import { checked, company } from '../parties.ts';

const director: Signatory = {
  party: 's_1',
  authority: { kind: 'director', shownBy: 'register extract of 1 November 2026' },
  identity: 'verified',
};
const check = (...signatories: Signatory[]) => checked(signatoriesMethod, company(), { signatories });
const withAuthority = (changes: Partial<Signatory['authority']>): Signatory => ({
  ...director,
  authority: { ...director.authority, ...changes },
});

describe('verification by signatories', () => {
  it('passes where each has shown an authority and is verified', () => {
    expect(check(director, { ...director, party: 's_2' })).toMatchObject({ outcome: 'passed' });
  });

  it('is not performed without any, or while one is not verified', () => {
    expect(check().reasons).toEqual(['signatoriesMissing']);
    expect(check(director, { ...director, identity: 'notPerformed' })).toMatchObject({
      outcome: 'notPerformed',
      reasons: ['signatoryIdentityNotPerformed'],
    });
  });

  it('fails where one failed, whatever the others', () => {
    expect(check(director, { ...director, identity: 'failed' }).outcome).toBe('failed');
  });

  it('cannot tell from an authority that is only claimed, is over, or has not begun', () => {
    const claimed: Signatory = { ...director, authority: { kind: 'powerOfAttorney' } };
    expect(check(claimed).reasons).toEqual(['authorityNotShown']);
    expect(check(withAuthority({ to: '2026-11-22' })).reasons).toEqual(['authorityNotCurrent']);
    expect(check(withAuthority({ from: '2026-11-24' })).outcome).toBe('inconclusive');
    expect(check(withAuthority({ from: '2026-11-23', to: '2026-11-23' })).outcome).toBe('passed');
  });
});
