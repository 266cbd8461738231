import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyMeasures, measureHit } from '../../../domain/measures/apply-measures.ts';
import { impactOf } from '../../../domain/measures/impact-of.ts';
import { accountWith, context, measureWith } from './measure-with.ts';

const seed = 7308;
const at = (place: string, basis = 'address', more: object = {}) => ({ places: [{ place, basis, ...more }] });
const hitOf = (party: object, measure: object = {}) =>
  measureHit(accountWith(party), measureWith(measure), context);
const on = (...places: string[]) => ({ subject: { kind: 'jurisdiction', places } });

describe('a measure on a jurisdiction (SM-01)', () => {
  it.each([
    ['the region itself', at('UA-43'), true],
    ['another region of the country', at('UA-30'), false],
    ['the country, and no more is known', at('UA'), null],
    ['nothing known', { places: [] }, null],
    ['only an access from there', at('UA-43', 'access'), null],
    ['only an access from elsewhere', at('DE', 'access'), null],
    [
      'an address elsewhere and an access from there',
      { places: [at('DE').places[0], at('UA-43', 'access').places[0]] },
      null,
    ],
    ['a US person there', { ...at('UA-43'), personStatus: 'us' }, false],
    ['a person of unknown status there', { ...at('UA-43'), personStatus: 'undetermined' }, null],
  ])('%s', (_name, party, expected) => {
    expect(hitOf(party).isHit).toBe(expected);
  });

  it('on DE means Germany and never Delaware; on CN leaves Hong Kong to a person; on CN-HK means HK', () => {
    expect(hitOf(at('DE-BE'), on('DE')).isHit).toBe(true);
    expect(hitOf(at('US-DE'), on('DE')).isHit).toBe(false);
    expect(hitOf(at('HK'), on('CN')).isHit).toBe(null);
    expect(hitOf(at('HK'), on('CN-HK')).isHit).toBe(true);
    expect(hitOf(at('CN-HK'), on('HK')).isHit).toBe(true);
  });

  it('names where the measure means, and why', () => {
    expect(hitOf(at('UA')).reasons).toEqual([{ code: 'mayBeIn', party: 'p1', detail: 'UA-43' }]);
    expect(hitOf({ places: [] }).reasons).toMatchObject([{ code: 'locationUnknown' }]);
  });

  it('on a region without a code goes by its name, within the place that has one', () => {
    const region = { name: 'Held Region', within: 'UA-14' };
    const measure = { subject: { kind: 'jurisdiction', places: [], regions: [region] } };
    expect(hitOf(at('UA-14', 'address', { region: 'held  region' }), measure).isHit).toBe(true);
    expect(hitOf(at('UA-14', 'address', { region: 'Kramatorsk' }), measure).isHit).toBe(null);
    expect(hitOf(at('UA-30'), measure).isHit).toBe(false);
  });
});

describe('a measure on a person (SM-02)', () => {
  const subject = {
    ...{ kind: 'person', name: 'Ivan Example', aliases: ['The Example'], parties: ['p9'] },
    identifiers: [{ kind: 'passport', value: 'X1' }],
    linkedEntities: [{ party: 'e9', because: 'owned by the person' }],
  };
  const hit = (party: object) => hitOf({ ...at('DE'), ...party }, { subject });

  it('hits by id, by link and by an identifier in common', () => {
    expect(hit({ id: 'p9' })).toMatchObject({ isHit: true, reasons: [{ code: 'sameParty' }] });
    expect(hit({ id: 'e9' })).toMatchObject({ isHit: true, reasons: [{ code: 'linkedEntity' }] });
    expect(hit({ identifiers: [{ value: 'X1' }] })).toMatchObject({ reasons: [{ code: 'sameIdentifier' }] });
  });

  it('asks a person about a like name or alias, and hits nobody by a name alone', () => {
    expect(hit({ name: 'The Example' })).toMatchObject({ isHit: null, reasons: [{ code: 'possibleMatch' }] });
    expect(hit({ name: 'Another' }).isHit).toBe(false);
  });

  it('clears nobody who could not be compared', () => {
    expect(hit({ name: undefined })).toMatchObject({ isHit: null, reasons: [{ code: 'notCompared' }] });
  });
});

describe('applying measures to an account', () => {
  const apply = (account: ReturnType<typeof accountWith>, measure: object, today = '2027-03-01') =>
    applyMeasures(account, [measureWith({ effectiveFrom: '2027-02-01', ...measure })], today, context);

  it('reaches only the stages it names, and resellers at every stage', () => {
    const reseller = accountWith(at('UA-43'), { isReseller: true });
    expect(apply(accountWith(at('UA-43')), { appliesTo: ['opening'] })).toEqual([]);
    expect(apply(reseller, { appliesTo: ['reseller'] })).toMatchObject([{ applies: true }]);
    expect(apply(accountWith(at('UA-43'), { stage: 'opening' }), { appliesTo: ['opening'] })).toHaveLength(1);
  });

  it('says that a hit does not apply yet, and shows both readings', () => {
    const [finding] = apply(accountWith(at('UA-43')), {}, '2027-01-15');
    expect(finding).toMatchObject({ isHit: true, isInEffect: false, applies: false });
    expect(finding?.dates.readings.map(({ reading }) => reading)).toEqual([
      'determination',
      'finalRegulations',
    ]);
  });

  it('applies to an account of which any party is hit', () => {
    const owner = { ...accountWith(at('UA-43')).parties[0], id: 'o1', role: 'owner' };
    const account = accountWith({}, { parties: [accountWith(at('DE')).parties[0], owner] });
    expect(apply(account, {})).toMatchObject([{ applies: true, reasons: [{ party: 'o1' }] }]);
  });

  it(`never says "not hit" of a party of which less is known, where it says "hit" of one of which more is (seed ${seed})`, () => {
    const codes = fc.constantFrom('UA-43', 'UA-40', 'HK', 'CN-HK', 'DE-BE', 'FR-69', 'PL');
    const statuses = fc.constantFrom('foreign', 'undetermined');
    fc.assert(
      fc.property(codes, codes, statuses, (place, listed, personStatus) => {
        const known = hitOf({ ...at(place), personStatus: 'foreign' }, on(listed)).isHit;
        if (known !== true) return;
        const lessKnown = [at(place.slice(0, 2)), { places: [] }, { ...at(place), personStatus }];
        // A territory that is known by its country's code alone would have been given its own.
        const fair = place.startsWith('CN') ? lessKnown.slice(1) : lessKnown;
        for (const party of fair) expect(hitOf(party, on(listed)).isHit, `seed ${seed}`).not.toBe(false);
      }),
      { seed },
    );
  });
});

describe('the dry run', () => {
  it('lists whom a measure would hit or may hit before it takes effect, and counts the others', () => {
    const accounts = [
      accountWith(at('UA-43'), { id: 'a1' }),
      accountWith(at('UA'), { id: 'a2' }),
      accountWith(at('PL'), { id: 'a3' }),
    ];
    const impact = impactOf(measureWith({ determinedOn: '2040-01-01' }), accounts, context);
    expect(impact.counts).toEqual({ accounts: 3, hit: 1, mayBeHit: 1 });
    expect(impact.rows.map(({ account, outcome }) => [account, outcome])).toEqual([
      ['a1', 'hit'],
      ['a2', 'mayBeHit'],
    ]);
  });
});
