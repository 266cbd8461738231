import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PartyRecord } from '../../../domain/accounts/account-record.ts';
import { beneficialOwnership } from '../../../domain/accounts/beneficial-ownership.ts';
import { compare, fraction, formatFraction, parseFraction } from '../../../domain/ownership/fraction.ts';
import { shippedPack } from '../policy/shipped-packs.ts';
import { accountWith, holds, partyRecord } from './account-with.ts';

const pack = shippedPack('us-iaas-nprm-2024');
if (pack.kind !== 'identification') throw new Error('expected the identification pack');
const terms = pack.beneficialOwners;
const day = '2026-11-23';

const company = (id: string, differing: Partial<PartyRecord>) =>
  partyRecord({ id, rights: [], ...differing });
const person = (id: string, differing: Partial<PartyRecord>) =>
  company(id, { kind: 'individual', ...differing });

function found(owners: PartyRecord[], asOf = day) {
  const ownership = beneficialOwnership(accountWith({ owners }), terms, asOf);
  if (!ownership) throw new Error('expected the owners of a company');
  return ownership;
}

const verdicts = (owners: PartyRecord[], asOf = day) =>
  Object.fromEntries(
    found(owners, asOf).owners.map(({ party, isBeneficialOwner }) => [party, isBeneficialOwner]),
  );

describe('the beneficial owners of an account', () => {
  it('are individuals from the share of the pack on, directly or through companies', () => {
    const owners = [
      company('o1', { holdings: [holds('1/2')] }),
      person('p1', { holdings: [holds('1/2', 'o1')] }),
      person('p2', { holdings: [holds('1/2', 'o1'), holds('1/100')] }),
      person('p3', { holdings: [holds('24/100')] }),
    ];
    expect(found(owners)).toMatchObject({
      ...{ customer: 'c_1', asOf: day, unresolved: [], wanted: [], unattributed: '1/4' },
      owners: [
        { party: 'o1', minimum: '1/2', maximum: '1/2', isBeneficialOwner: false },
        { party: 'p1', minimum: '1/4', maximum: '1/4', isBeneficialOwner: true },
        { party: 'p2', minimum: '13/50', maximum: '13/50', isBeneficialOwner: true },
        { party: 'p3', minimum: '6/25', maximum: '6/25', isBeneficialOwner: false },
      ],
    });
  });

  it('are those who have control, whatever their share, and not those with a right that is none', () => {
    const small = { holdings: [holds('1/100')] };
    const rights = { p1: ['trustee'], p2: ['boardMember'], p3: ['unknownInterest'] } as const;
    const owners = Object.entries(rights).map(([id, each]) => person(id, { ...small, rights: [...each] }));
    expect(verdicts(owners)).toEqual({ p1: true, p2: false, p3: null });
  });

  it('are not known where the share is not, nor where an older record says of control no more than that', () => {
    const { rights: _, ...stored } = person('p2', { holdings: [holds('0', null, { hasControl: true })] });
    expect(verdicts([person('p1', {}), stored])).toEqual({ p1: null, p2: null });
  });

  it('are asked for a layer behind which one may stand, and then nobody is known to be none', () => {
    const owners = [company('o1', { holdings: [holds('1/5')] }), person('p1', { holdings: [holds('1/10')] })];
    expect(found(owners)).toMatchObject({
      unresolved: [{ code: 'ownersNotStated', entity: 'o1' }],
      wanted: [],
    });
    expect(verdicts(owners)).toEqual({ o1: false, p1: null });
    const larger = [company('o1', { holdings: [holds('1/4')] }), person('p1', { holdings: [holds('1/10')] })];
    expect(found(larger).wanted).toEqual(['o1:ownersNotStated']);
    expect(verdicts(larger)).toEqual({ o1: null, p1: null });
  });

  it('are asked for where a company whose owners are not known has control', () => {
    const owners = [company('o1', { holdings: [holds('0')], rights: ['trustee'] })];
    expect(found(owners).wanted).toEqual(['o1:ownersNotStated']);
    expect(verdicts(owners)).toEqual({ o1: null });
  });

  it('are asked for where a holding is in a party that is not there, or shares contradict each other', () => {
    expect(found([person('p1', { holdings: [holds('1', 'o9')] })]).wanted).toContain('c_1:unknownRecord');
    const tooMuch = ['p1', 'p2'].map((id) => person(id, { holdings: [holds('3/5')] }));
    expect(found(tooMuch).wanted).toEqual(['c_1:sharesExceedWhole']);
  });

  it('include a company of which too little is known to be somebody’s', () => {
    const owners = [
      company('o1', { holdings: [holds('1')] }),
      person('p1', { holdings: [holds('1/5', 'o1')] }),
    ];
    expect(verdicts(owners)).toEqual({ o1: null, p1: false });
  });

  it('are found in companies that hold each other', () => {
    const owners = [
      company('o1', { holdings: [holds('1'), holds('1/2', 'o2')] }),
      company('o2', { holdings: [holds('1/2', 'o1')] }),
      person('p1', { holdings: [holds('1/2', 'o1')] }),
      person('p2', { holdings: [holds('1/2', 'o2')] }),
    ];
    expect(found(owners).owners).toMatchObject([
      { party: 'o1' },
      { party: 'o2' },
      { party: 'p1', minimum: '2/3', isBeneficialOwner: true },
      { party: 'p2', minimum: '1/3', isBeneficialOwner: true },
    ]);
  });

  it('count what is held on the day, and not what was', () => {
    const owners = [person('p1', { holdings: [holds('1/2', null, { to: day })] })];
    expect(verdicts(owners, '2026-11-22')).toEqual({ p1: true });
    expect(found([...owners, person('p2', { holdings: [holds('1')] })]).owners).toMatchObject([
      { party: 'p1', isBeneficialOwner: false },
      { party: 'p2', isBeneficialOwner: true },
    ]);
  });

  it('are none of an individual, nor of a customer that declares to have none', () => {
    const individual = accountWith({ customer: partyRecord({ kind: 'individual' }) });
    expect(beneficialOwnership(individual, terms, day)).toBeNull();
    const declared = beneficialOwnership(accountWith({ ownersSetAt: 1 }), terms, day);
    expect(declared).toMatchObject({ owners: [], unresolved: [], wanted: [] });
  });

  it('come with the digest of what they were found from, the same for the same facts', () => {
    const owners = (share: string) => [person('p1', { holdings: [holds(share)] })];
    expect(found(owners('1/2')).input).toBe(found(owners('1/2')).input);
    expect(found(owners('1/2')).input).not.toBe(found(owners('1/3')).input);
    expect(found(owners('1/2')).method).toEqual({
      rule: terms.rule,
      atLeast: terms.atLeast,
      controlRule: terms.control.rule,
      throughEntityFrom: terms.control.throughEntityFrom,
    });
  });

  it('is known of a direct share alone exactly where its ends are on one side of the threshold', () => {
    const atLeast = parseFraction(terms.atLeast);
    const percent = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(percent, percent, (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map((n) =>
          fraction(BigInt(n), 100n),
        );
        if (!low || !high) throw new Error('expected two ends');
        const range = holds(formatFraction(low), null, { maximum: formatFraction(high) });
        const expected = compare(low, atLeast) >= 0 ? true : compare(high, atLeast) < 0 ? false : null;
        expect(verdicts([person('p1', { holdings: [range] })])).toEqual({ p1: expected });
      }),
      { seed: 20261123, numRuns: 60 },
    );
  });
});
