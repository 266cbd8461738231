import { describe, expect, it } from 'vitest';
import type { PlaceFlag } from '../../../domain/accounts/place-findings.ts';
import { placeQuestions } from '../../../domain/risk/place-questions.ts';
import { shippedProviderPack } from '../policy/shipped-packs.ts';

const terms = shippedProviderPack().places;
const asked = (flag: PlaceFlag, differing: Partial<typeof terms> = {}) =>
  placeQuestions([{ id: 'p1', placeFlags: [flag] }], { ...terms, ...differing });

describe('the places of an account', () => {
  it.each([
    ['listed', 'sanctionedLocation:p1:address'],
    ['doubtful', 'locationDoubtful:p1:address'],
  ] as const)('are for a person where one is %s under sanctions, whatever the policy', (standing, reason) => {
    expect(asked({ basis: 'address', standing }, { partUnknown: 'record' })).toEqual({
      concerns: [reason],
      wanted: [],
    });
  });

  it('are asked for, looked at or recorded, as the policy says, where only the country is known', () => {
    const unclear = { basis: 'address', standing: 'mayBeInside' } as const;
    const reason = 'locationUnclear:p1:address';
    expect(asked(unclear)).toEqual({ concerns: [], wanted: [reason] });
    expect(asked(unclear, { partUnknown: 'review' })).toEqual({ concerns: [reason], wanted: [] });
    expect(asked(unclear, { partUnknown: 'record' })).toEqual({ concerns: [], wanted: [] });
  });

  it('are looked at where a seat is listed, and recorded where it is unknown', () => {
    expect(asked({ basis: 'headquarters', standing: 'listed' }).concerns).toEqual([
      'seatListed:p1:headquarters',
    ]);
    const unknown = { basis: 'ultimateParent', standing: 'unknown' } as const;
    expect(asked(unknown)).toEqual({ concerns: [], wanted: [] });
    expect(asked(unknown, { headquartersUnknown: 'requestInformation' }).wanted).toEqual([
      'seatUnknown:p1:ultimateParent',
    ]);
  });

  it('ask nothing of a party stored before anybody looked at places', () => {
    expect(placeQuestions([{ id: 'p1' }], terms)).toEqual({ concerns: [], wanted: [] });
  });
});
