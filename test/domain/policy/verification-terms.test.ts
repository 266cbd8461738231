import { describe, expect, it } from 'vitest';
import { VerificationTerms } from '../../../domain/policy/verification-terms.ts';
import { faultsOf } from '../../../domain/validation/faults.ts';
import { shippedProviderPack } from './shipped-packs.ts';

const shipped = shippedProviderPack().verification;
const pointersOf = (changes: Partial<VerificationTerms>) => {
  const parsed = VerificationTerms.safeParse({ ...shipped, ...changes });
  return parsed.success ? [] : faultsOf(parsed.error).map(({ pointer }) => pointer);
};

describe('the terms of verification', () => {
  it('weigh every factor once', () => {
    expect(pointersOf({ factors: shipped.factors.slice(1) })).toEqual(['/factors']);
    expect(pointersOf({ factors: [...shipped.factors, ...shipped.factors.slice(0, 1)] })).toEqual([
      '/factors',
    ]);
  });

  it('owe something from low risk on, to individuals and to entities', () => {
    const later = shipped.checks.map((check) => ({ ...check, from: 'high' as const }));
    expect(pointersOf({ checks: later })).toEqual(['/checks']);
    expect(
      pointersOf({ checks: shipped.checks.filter(({ appliesTo }) => !appliesTo.includes('entity')) }),
    ).toEqual(['/checks']);
  });

  it('have levels and likeness that rise', () => {
    expect(pointersOf({ levels: { medium: 60, high: 25 } })).toEqual(['/levels/high']);
    expect(pointersOf({ nameLikeness: { same: 0.5, alike: 0.9 } })).toEqual(['/nameLikeness/alike']);
  });
});
