import { describe, expect, it } from 'vitest';
import { addressPlaces } from '../../../domain/places/address-places.ts';
import { sanctionedLocation } from '../../../domain/places/sanctioned-location.ts';
import { shippedPack } from '../policy/shipped-packs.ts';

const pack = shippedPack('us-ofac');
if (pack.kind !== 'screening' || !pack.places) throw new Error('expected the screening pack with its places');
const { lists } = pack.places;
const whole = (facts: Omit<Parameters<typeof sanctionedLocation>[0], 'kind'>) =>
  sanctionedLocation({ kind: 'entity', ...facts }, lists);

describe('the places of an address', () => {
  it.each([
    [{}, []],
    [{ country: 'UA' }, ['UA']],
    [{ country: 'UA', region: 'ua-43' }, ['UA-43']],
    [{ country: 'UA', region: '43' }, ['UA-43']],
    [{ country: 'UA', region: 'Lvivska  Oblast' }, ['UA-46']],
    [{ country: 'UA', region: 'near the coast' }, ['UA']],
    [{ country: 'PL', region: 'UA-43' }, ['PL', 'UA-43']],
    [{ region: 'Sevastopol' }, ['UA-40']],
  ])('%j are %j', (address, expected) => {
    expect(addressPlaces(address)).toEqual(expected);
  });
});

describe('sanctions on places', () => {
  it('find a party by its address, its location or where it was organised', () => {
    for (const facts of [
      { address: { country: 'KP' } },
      { address: { country: 'UA', region: 'UA-43' } },
      { location: { country: 'IR' } },
      { organizedUnder: 'CU' },
    ]) {
      expect(whole(facts).isListed, JSON.stringify(facts)).toBe(true);
    }
  });

  it('leave open a country of which a part is listed, and a place of which the text is doubtful', () => {
    const [address] = whole({ address: { country: 'UA' } }).limbs;
    expect(address).toMatchObject({ basis: 'address', isListed: null });
    expect(address?.reasons.every(({ because }) => because === 'mayBeInside')).toBe(true);
    expect(whole({ location: { country: 'UA-23' } }).limbs[1]).toMatchObject({
      isListed: null,
      reasons: [{ because: 'doubtful' }],
    });
  });

  it('never read a place that is not known as another', () => {
    expect(whole({}).isListed).toBeNull();
    expect(whole({ address: { country: 'PL' } }).isListed).toBeNull();
    const elsewhere = { address: { country: 'PL' }, location: { country: 'UA-30' }, organizedUnder: 'US-DE' };
    expect(whole(elsewhere)).toMatchObject({ isListed: false, limbs: [{}, {}, {}] });
  });

  it('ask no individual for a place of organisation', () => {
    const facts = { address: { country: 'PL' }, location: { country: 'PL' } };
    expect(sanctionedLocation({ kind: 'individual', ...facts }, lists).isListed).toBe(false);
  });

  it('keep the place itself out of what is recorded', () => {
    expect(JSON.stringify(whole({ address: { country: 'UA', region: 'UA-43' } }))).not.toContain('UA-43');
  });
});
