import { describe, expect, it } from 'vitest';
import { reviewTerms } from '../../../lib/verification/review-terms.ts';
import { shippedPacks } from '../../../lib/verification/shipped-packs.ts';
import { shippedPackNames } from '../../domain/policy/shipped-packs.ts';

describe('the packs at synthesis', () => {
  it('are all read and held against each other', () => {
    expect(
      shippedPacks()
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...shippedPackNames].sort());
  });

  it('give the waits of a review in seconds', () => {
    const provider = shippedPacks().find((pack) => pack.kind === 'provider');
    expect(reviewTerms().timeoutSeconds).toBe((provider?.review.timeoutDays ?? 0) * 24 * 3600);
  });
});
