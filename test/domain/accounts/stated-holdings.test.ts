import { describe, expect, it } from 'vitest';
import { statedHoldings } from '../../../domain/accounts/stated-holdings.ts';
import { holds } from './account-with.ts';

describe('what an owner is said to hold', () => {
  it('is an unknown share in the customer where nothing is said', () => {
    const unknown = holds('0', null, { maximum: '1' });
    expect(statedHoldings({})).toEqual([unknown]);
    expect(statedHoldings({ ownership: { control: ['board'] } })).toEqual([{ ...unknown, hasControl: true }]);
  });

  it('is an exact fraction of what is written', () => {
    expect(statedHoldings({ ownership: { sharePercent: 33.3 } })).toEqual([holds('333/1000')]);
  });

  it('is nothing in the customer where holdings in other owners are all that is said', () => {
    const holdings = [{ of: 'o2', minimumPercent: 25, maximumPercent: 50, from: '2026-01-01' }];
    const inOther = holds('1/4', 'o2', { maximum: '1/2', from: '2026-01-01' });
    expect(statedHoldings({ ownership: { holdings } })).toEqual([inOther]);
    expect(statedHoldings({ ownership: { holdings, sharePercent: 10 } })).toEqual([holds('1/10'), inOther]);
  });

  it('keeps that there is control of the customer, and not by which right', () => {
    const holdings = [{ of: 'o2', minimumPercent: 25, maximumPercent: 25 }];
    expect(statedHoldings({ ownership: { holdings, control: ['board'] } })).toEqual([
      holds('0', null, { hasControl: true }),
      holds('1/4', 'o2'),
    ]);
    const direct = [{ minimumPercent: 5, maximumPercent: 9 }];
    expect(statedHoldings({ ownership: { holdings: direct, control: ['board'] } })).toEqual([
      holds('1/20', null, { maximum: '9/100', hasControl: true }),
    ]);
  });
});
