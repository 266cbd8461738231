import { describe, expect, it } from 'vitest';
import { placeFindings } from '../../../domain/accounts/place-findings.ts';
import { company, individual } from '../../support/account-events.ts';
import { shippedPack } from '../policy/shipped-packs.ts';

const [screening, diligence] = [shippedPack('us-ofac'), shippedPack('us-bis-d5-diligence')];
if (screening.kind !== 'screening' || diligence.kind !== 'diligence') throw new Error('expected other packs');
const rules = { sanctions: [screening], diligence };
const seats = (headquarters?: string, ultimateParentSeat?: string) =>
  placeFindings(
    company({
      ...(headquarters === undefined ? {} : { headquarters }),
      ...(ultimateParentSeat === undefined ? {} : { ultimateParentSeat }),
    }),
    'customer',
    rules,
  );

describe('what the places of a party raise', () => {
  it('is one flag for each basis, the gravest', () => {
    const party = individual({ address: { country: 'UA', region: 'UA-14' }, location: { country: 'UA' } });
    expect(placeFindings(party, 'owner', rules).flags).toEqual([
      { basis: 'address', standing: 'doubtful' },
      { basis: 'location', standing: 'mayBeInside' },
    ]);
  });

  it('is nothing where every place is known and none is listed', () => {
    expect(seats('FR', 'FR')).toMatchObject({ headquarters: { isFlagged: false }, flags: [] });
  });

  it('includes headquarters and ultimate parent of a company that is a customer, Macau too', () => {
    expect(seats('FR', 'CN')).toMatchObject({
      headquarters: { isFlagged: true },
      flags: [{ basis: 'ultimateParent', standing: 'listed' }],
    });
    expect(seats('MO', 'FR').headquarters?.isFlagged).toBe(true);
    expect(seats('FR')).toMatchObject({
      headquarters: { isFlagged: null },
      flags: [{ basis: 'ultimateParent', standing: 'unknown' }],
    });
  });

  it('asks nobody else for headquarters', () => {
    expect(placeFindings(company(), 'owner', rules)).toMatchObject({ headquarters: null, flags: [] });
    expect(placeFindings(individual(), 'customer', rules)).toMatchObject({ headquarters: null, flags: [] });
  });

  it('passes over packs that are dormant', () => {
    const asleep = {
      sanctions: [{ ...screening, dormant: true }],
      diligence: { ...diligence, dormant: true },
    };
    const party = company({ address: { country: 'KP' }, headquarters: 'CN' });
    expect(placeFindings(party, 'customer', asleep)).toMatchObject({ headquarters: null, flags: [] });
  });
});
