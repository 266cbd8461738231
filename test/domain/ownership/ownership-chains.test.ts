import { describe, expect, it } from 'vitest';
import { findingsOf } from './ownership-facts.ts';

const chains = (facts: string[]) => findingsOf(facts).chainsOf('A', 'ofac-sdn');

describe('the chains from an entity to listed parties', () => {
  it('come largest share first, in whatever order the holdings are given', () => {
    const inOrder = [
      ['A', 'Y'],
      ['A', 'X'],
    ];
    expect(chains(['X 20 A', 'Y 60 A'])).toEqual(inOrder);
    expect(chains(['Y 60 A', 'X 20 A'])).toEqual(inOrder);
  });

  it('follow the largest blocked owner at each step', () => {
    expect(chains(['B 100 A', 'X 10 B', 'Y 70 B'])).toEqual([['A', 'B', 'Y']]);
    expect(chains(['B 100 A', 'Y 70 B', 'X 10 B'])).toEqual([['A', 'B', 'Y']]);
  });
});
