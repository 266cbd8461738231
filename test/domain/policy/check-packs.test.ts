import { describe, expect, it } from 'vitest';
import { checkPacks } from '../../../domain/policy/check-packs.ts';
import { claimsOfForce } from '../../../domain/policy/claims-of-force.ts';
import { readPolicyPack, type PolicyPack } from '../../../domain/policy/read-policy-pack.ts';
import { shippedPack, shippedPackNames, shippedText } from './shipped-packs.ts';

const shipped = shippedPackNames.map(shippedPack);
const without = (id: string) => shipped.filter((pack) => pack.id !== id);

function noted(name: 'us-iaas-nprm-2024' | 'us-ofac', legalNote: string): PolicyPack {
  const pack = JSON.parse(shippedText(name)) as object;
  return readPolicyPack(JSON.stringify({ ...pack, legalNote }), name);
}

describe('the packs together', () => {
  it('that ship are sound: every row of the table has a clause, every own term settles an open one', () => {
    expect(checkPacks(shipped)).toEqual([]);
  });

  it('are not sound when a row of the table has no clause in any of them', () => {
    expect(checkPacks(without('us-bis-d5-diligence'))).toEqual([
      { pack: null, pointer: '', problem: 'row R-44 must have a clause in one of the packs' },
    ]);
  });

  it('are not sound when two have one id', () => {
    const faults = checkPacks([...shipped, shippedPack('us-ofac')]);
    expect(faults).toEqual([{ pack: 'us-ofac', pointer: '/id', problem: 'must be the id of one pack only' }]);
  });

  it('are not sound when a provider sets a term that a text has set, or that is nowhere', () => {
    const text = shippedText('provider-default');
    const settling = (id: string) => {
      const provider = readPolicyPack(text.replaceAll('"settles": "DL-10"', `"settles": "${id}"`), 'p.json');
      return checkPacks([...without('provider-default'), provider]).map(({ pointer, problem }) => [
        pointer,
        problem,
      ]);
    };
    expect(settling('DL-02')).toEqual([
      ['/deadlines/terms/0/settles', 'must settle an open deadline; DL-02 has its term already'],
    ]);
    expect(settling('DL-77')).toEqual([
      ['/deadlines/terms/0/settles', 'must settle a deadline of an identification pack; there is no DL-77'],
    ]);
  });
});

describe('what a pack says of the law', () => {
  it.each([
    'The rule is in force since 2025.',
    'It was proposed in 2024. It took effect a year later.',
    'Providers are required to identify everybody.',
    'The programme was finalised in January 2025.',
    'The duty is now binding.',
  ])('may not make law of a proposal: %s', (claim) => {
    expect(claimsOfForce(noted('us-iaas-nprm-2024', claim)).map(({ pointer }) => pointer)).toEqual([
      '/legalNote',
    ]);
  });

  it.each([
    'The rule is not in force and was never made final.',
    'Whether it is law was not established.',
    'A proposal of 2024. Nobody is required to do any of this.',
  ])('may say that it is none: %s', (honest) => {
    expect(claimsOfForce(noted('us-iaas-nprm-2024', honest))).toEqual([]);
  });

  it('may be that it is in force where it is, but not of the proposal beside it', () => {
    expect(claimsOfForce(noted('us-ofac', 'The sanctions are binding.'))).toEqual([]);
    expect(claimsOfForce(noted('us-ofac', 'The proposed rule is in force, too.'))).toHaveLength(1);
  });
});

describe('the deadlines of a pack', () => {
  const pack = JSON.parse(shippedText('us-iaas-nprm-2024')) as { deadlines: { id: string }[] };
  const faultsWith = (deadline: object) => {
    const deadlines = [...pack.deadlines, deadline];
    return () => readPolicyPack(JSON.stringify({ ...pack, deadlines }), 'pack.json');
  };
  const term = { id: 'DL-18', rule: 'CIP-08', trigger: 'x', amount: 5, unit: 'calendarDays' };

  it('are DL-01 to DL-17, in order', () => {
    const expected = Array.from({ length: 17 }, (_, place) => `DL-${String(place + 1).padStart(2, '0')}`);
    expect(pack.deadlines.map(({ id }) => id)).toEqual(expected);
  });

  it('are refused with a number that the unit says is open, or without one that it needs', () => {
    expect(faultsWith(term)).not.toThrow();
    expect(faultsWith({ ...term, unit: 'open' })).toThrow('/deadlines/17/amount: must be null for open');
    expect(faultsWith({ ...term, amount: null })).toThrow('/deadlines/17/amount: must be null for open');
    expect(faultsWith({ ...term, unit: 'precondition' })).toThrow('/deadlines/17/amount: must be 0');
  });

  it('are refused when one stands twice or rests on no clause', () => {
    expect(faultsWith({ ...term, id: 'DL-01' })).toThrow('/deadlines/17/id: must be unique');
    expect(faultsWith({ ...term, rule: 'NO-01' })).toThrow('/deadlines/17/rule: must name a row of /rules');
  });
});
