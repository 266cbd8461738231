import { describe, expect, it } from 'vitest';
import { bodsNetwork } from '../../../../domain/ownership/bods/bods-network.ts';
import {
  asOf,
  codesOf,
  entity,
  holds,
  networkOf,
  ownersIn,
  person,
  rowOf,
  shares,
  type Sample,
} from './bods-samples.ts';

const base = [entity('S'), person('p'), person('q')];
const good = holds('q', 'S', [shares({ exact: 40 })]);
const withBad = (bad: Sample) => networkOf(...base, bad, good);

describe('a statement with a fault', () => {
  it.each([
    ['over the whole', shares({ exact: 120 }), '/recordDetails/interests/0/share/exact'],
    ['below nothing', shares({ exact: -1 }), '/recordDetails/interests/0/share/exact'],
    ['in words', shares({ exact: '25' }), '/recordDetails/interests/0/share/exact'],
    ['from high to low', shares({ minimum: 60, maximum: 50 }), '/recordDetails/interests/0/share'],
    ['of an unknown kind', { type: 'ownership' }, '/recordDetails/interests/0/type'],
    ['on no day', shares({ exact: 30 }, { endDate: 'soon' }), '/recordDetails/interests/0/endDate'],
  ])('%s is refused by its id and field, and makes its subject unresolved', (_, interest, field) => {
    const bad = holds('p', 'S', [interest]);
    const network = withBad(bad);
    expect(network.faults.map(({ statement, field: at }) => [statement, at])).toEqual([
      [bad.statementId, field],
    ]);
    expect(ownersIn(network, 'S')).toEqual(['q 2/5 to 2/5 true']);
    expect(codesOf(rowOf(network, 'S'))).toEqual(['refusedStatement']);
  });

  it('that is the newest of its record keeps older ones from counting', () => {
    const older = holds('p', 'S', [shares({ exact: 60 })]);
    const newer = holds('p', 'S', [shares({ exact: 160 })], { statementDate: '2026-02-01' });
    expect(ownersIn(networkOf(...base, older, newer), 'S')).toEqual([]);
  });

  it('names an interested party that is nowhere, which takes its place as somebody unknown', () => {
    const network = withBad(holds('nobody', 'S', [shares({ exact: 30 })]));
    expect(network.faults.map(({ field }) => field)).toEqual(['/recordDetails/interestedParty']);
    expect(codesOf(rowOf(network, 'S')).sort()).toEqual(['refusedStatement', 'unknownRecord']);
  });

  it('names a subject that is nowhere, a person that is owned, and a company that owns itself', () => {
    const network = networkOf(
      ...base,
      holds('p', 'nowhere', [shares({ exact: 30 })]),
      holds('p', 'q', [shares({ exact: 30 })]),
      holds('S', 'S', [shares({ exact: 30 })]),
    );
    expect(network.faults.map(({ field }) => field)).toEqual([
      '/recordDetails/subject',
      '/recordDetails/subject',
      '/recordDetails/interestedParty',
    ]);
  });

  it('has an id of its own: of two with the same, the first counts', () => {
    const first = holds('p', 'S', [shares({ exact: 30 })]);
    const network = networkOf(...base, first, {
      ...holds('q', 'S', [shares({ exact: 40 })]),
      statementId: first.statementId,
    });
    expect(network.faults.map(({ field }) => field)).toEqual(['/statementId']);
    expect(ownersIn(network, 'S')).toEqual(['p 3/10 to 3/10 true']);
  });

  it('names a component that is nowhere, and its shares count all the same', () => {
    const network = withBad(holds('p', 'S', [shares({ exact: 30 })], {}, { componentRecords: ['gone'] }));
    expect(network.faults.map(({ field }) => field)).toEqual(['/recordDetails/componentRecords/0']);
    expect(ownersIn(network, 'S')).toHaveLength(2);
  });
});

describe('shares that add up to more than the whole', () => {
  it('bound nobody, and are never scaled', () => {
    const network = networkOf(...base, holds('p', 'S', [shares({ exact: 70 })]), good);
    expect(ownersIn(network, 'S')).toEqual(['p 0 to 1 null', 'q 0 to 1 null']);
    expect(rowOf(network, 'S').unresolved).toEqual([
      { code: 'sharesExceedWhole', entity: 'S', detail: '11/10' },
    ]);
  });
});

describe('statements of another version', () => {
  const read = (statement: Sample) => () =>
    bodsNetwork([{ place: 'line 1', text: JSON.stringify(statement) }], asOf);

  it('are refused as a whole, with the version that is expected', () => {
    expect(read({ ...entity('S'), publicationDetails: { bodsVersion: '0.3' } })).toThrow(
      /BODS 0\.3; expected version 0\.4/,
    );
    expect(read({ statementID: 'x', statementType: 'entityStatement' })).toThrow(/0\.3 or earlier/);
  });
});
