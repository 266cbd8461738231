import { describe, expect, it } from 'vitest';
import { accountOwnership } from '../../../domain/accounts/account-ownership.ts';
import type { AccountRecord, PartyRecord } from '../../../domain/accounts/account-record.ts';
import { accountWith, holds, partyRecord, possibleMatch } from './account-with.ts';

const half = { dormant: false, ownership: { rule: 'R', lists: ['ofac-sdn' as const], atLeast: '1/2' } };
const day = '2026-11-23';

const company = (id: string, differing: Partial<PartyRecord>) => partyRecord({ id, ...differing });
const person = (id: string, differing: Partial<PartyRecord>) =>
  partyRecord({ id, kind: 'individual', ...differing });
const ask = (owners: PartyRecord[], differing: Partial<AccountRecord> = {}, asOf = day) =>
  accountOwnership(accountWith({ owners, ...differing }), [half], asOf);

describe('the 50 percent rule over the owners of an account', () => {
  it('finds a listed person behind two companies', () => {
    const owners = [
      company('o1', { holdings: [holds('1/2'), holds('0', 'o2')] }),
      company('o2', { holdings: [holds('1/2', 'o1')] }),
      person('o3', { ...possibleMatch, holdings: [holds('3/5', 'o2')] }),
      person('o4', { holdings: [holds('1/2'), holds('1/2', 'o1'), holds('2/5', 'o2')] }),
    ];
    expect(ask(owners)).toEqual([
      {
        ...{ customer: 'c_1', list: 'ofac-sdn', asOf: day, isBlocked: true, minimum: '1/2', maximum: '1/2' },
        reasons: ['blockedOwner:o1'],
        chains: [['c_1', 'o1', 'o2', 'o3']],
      },
    ]);
  });

  it('leaves undetermined what a holding in a party that is not there would decide', () => {
    const listed = person('o1', { ...possibleMatch, holdings: [holds('1', 'o2')] });
    expect(ask([listed])).toMatchObject([{ isBlocked: null, maximum: '1', reasons: ['unattributed'] }]);
  });

  it('leaves undetermined a share nobody stated, and an owner nobody could screen', () => {
    expect(ask([person('o1', possibleMatch)])).toMatchObject([{ isBlocked: null }]);
    const unscreened = person('o1', { screening: null, holdings: [holds('1')] });
    expect(ask([unscreened])).toMatchObject([{ isBlocked: null, reasons: ['undeterminedOwner:o1'] }]);
  });

  it('counts a match under the list it is on, and under every list of the rule where that was not kept', () => {
    const rule = { ...half.ownership, lists: ['bis-entity' as const, 'bis-meu' as const] };
    const on = (matchedLists?: string[]) => {
      const screening = {
        outcome: 'possibleMatch' as const,
        listDigest: 'd',
        matcherVersion: 'm',
        determination: 'k',
      };
      const matched = matchedLists ? { ...screening, matchedLists } : screening;
      const owners = [person('o1', { screening: matched, holdings: [holds('1')] })];
      const found = accountOwnership(accountWith({ owners }), [{ dormant: false, ownership: rule }], day);
      return found.map(({ list, isBlocked }) => [list, isBlocked]);
    };
    expect(on(['bis-entity', 'own'])).toEqual([
      ['bis-entity', true],
      ['bis-meu', false],
    ]);
    expect(on(['ofac-sdn'])).toEqual([
      ['bis-entity', false],
      ['bis-meu', false],
    ]);
    expect(on()).toEqual([
      ['bis-entity', true],
      ['bis-meu', true],
    ]);
  });

  it('shows control by a listed owner as a reason beside the share', () => {
    const listed = person('o1', { ...possibleMatch, holdings: [holds('1/4', null, { hasControl: true })] });
    const others = person('o2', { holdings: [holds('3/4')] });
    expect(ask([listed, others])).toMatchObject([
      { isBlocked: false, reasons: ['blockedOwner:o1', 'controlledByBlocked:o1'] },
    ]);
  });

  it('counts the holdings of the day, and owners that have not been removed', () => {
    const holdings = [holds('1', null, { to: day })];
    const sold = person('o1', { ...possibleMatch, holdings });
    expect(ask([sold], {}, '2026-11-22')).toMatchObject([{ isBlocked: true }]);
    expect(ask([sold])).toMatchObject([{ isBlocked: null, minimum: '0' }]);
    expect(ask([{ ...sold, present: false }], {}, '2026-11-22')).toMatchObject([
      { isBlocked: null, minimum: '0' },
    ]);
  });

  it('says nothing of an individual, of an unknown customer, or under a dormant pack', () => {
    const owners = [person('o1', { ...possibleMatch, holdings: [holds('1')] })];
    expect(ask(owners, { customer: person('c_1', {}) })).toEqual([]);
    expect(ask(owners, { customer: null })).toEqual([]);
    expect(accountOwnership(accountWith({ owners }), [{ ...half, dormant: true }], day)).toEqual([]);
  });
});
