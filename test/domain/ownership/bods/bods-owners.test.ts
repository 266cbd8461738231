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

const inS = (...interests: Sample[]) => networkOf(entity('S'), person('p'), holds('p', 'S', interests));

describe('a share in one company', () => {
  it.each([
    ['of a quarter makes a beneficial owner', { exact: 25 }, 'p 1/4 to 1/4 true'],
    ['below a quarter makes none', { exact: 24.9 }, 'p 249/1000 to 249/1000 false'],
    ['from a quarter upwards does', { minimum: 25, maximum: 50 }, 'p 1/4 to 1/2 true'],
    ['above a quarter does', { exclusiveMinimum: 25, maximum: 50 }, 'p 1/4 to 1/2 true'],
    ['up to a quarter leaves it open', { minimum: 10, maximum: 25 }, 'p 1/10 to 1/4 null'],
    [
      'below a quarter, that end excluded, does not',
      { minimum: 10, exclusiveMaximum: 25 },
      'p 1/10 to 1/4 false',
    ],
    ['of a range on both sides leaves it open', { minimum: 20, maximum: 30 }, 'p 1/5 to 3/10 null'],
    ['that nobody stated leaves it open', undefined, 'p 0 to 1 null'],
    ['with no lower end begins at nothing', { maximum: 20 }, 'p 0 to 1/5 false'],
  ] as const)('%s', (_, share, expected) => {
    expect(ownersIn(inS(shares(share)), 'S')).toEqual([expected]);
  });

  it('is read by its digits: a decimal that no binary fraction is equal to stays below the test', () => {
    const text = JSON.stringify([entity('S'), person('p'), holds('p', 'S', [shares({ exact: 77 })])]);
    const written = text.replace('"exact":77', '"exact":24.99999999999999999999');
    const network = bodsNetwork([{ place: 'the input', text: written }], asOf);
    expect(ownersIn(network, 'S')).toEqual([
      'p 2499999999999999999999/10000000000000000000000 to 2499999999999999999999/10000000000000000000000 false',
    ]);
  });

  it('counts until the day before its end date and from its start date', () => {
    const dated = (more: Sample) => ownersIn(inS(shares({ exact: 30 }, more)), 'S');
    expect(dated({ endDate: '2026-11-23' })).toEqual([]);
    expect(dated({ endDate: '2026-11-24' })).toHaveLength(1);
    expect(dated({ startDate: '2026-11-24' })).toEqual([]);
    expect(dated({ startDate: '2026-11-23' })).toHaveLength(1);
  });
});

describe('records that change', () => {
  const later = { statementDate: '2026-02-01', recordStatus: 'updated' };

  it('stand as their newest statement says, wherever that is in the input', () => {
    const statements = [
      holds('p', 'S', [shares({ exact: 10 })], later),
      holds('p', 'S', [shares({ exact: 60 })]),
      entity('S'),
      person('p'),
    ];
    expect(ownersIn(networkOf(...statements), 'S')).toEqual(['p 1/10 to 1/10 false']);
  });

  it('of one date stand as the later in the input says', () => {
    const one = holds('p', 'S', [shares({ exact: 60 })]);
    const other = holds('p', 'S', [shares({ exact: 10 })]);
    expect(ownersIn(networkOf(entity('S'), person('p'), one, other), 'S')).toEqual(['p 1/10 to 1/10 false']);
  });

  it('end when they are closed', () => {
    const closed = holds('p', 'S', [shares({ exact: 60 })], { ...later, recordStatus: 'closed' });
    const network = networkOf(entity('S'), person('p'), holds('p', 'S', [shares({ exact: 60 })]), closed);
    expect(ownersIn(network, 'S')).toEqual([]);
    expect(codesOf(rowOf(network, 'S'))).toEqual(['ownersNotStated']);
  });
});

describe('an indirect holding', () => {
  const chain = [
    entity('S'),
    entity('B'),
    person('p'),
    holds('B', 'S', [shares({ exact: 60 })], {}, { isComponent: true }),
    holds('p', 'B', [shares({ exact: 50 })], {}, { isComponent: true }),
  ];
  const primary = (share: Sample) =>
    holds(
      'p',
      'S',
      [shares(share, { directOrIndirect: 'indirect' })],
      {},
      { componentRecords: ['B', 'B>S', 'p>B'] },
    );

  it('is counted once, though its primary and its chain both tell it', () => {
    const network = networkOf(...chain, primary({ exact: 30 }));
    expect(ownersIn(network, 'S')).toEqual(['p 3/10 to 3/10 true']);
    expect(ownersIn(network, 'B')).toEqual(['p 1/2 to 1/2 true']);
  });

  it('counts by its primary where the chain does not tell the shares', () => {
    const untold = [
      ...chain.slice(0, 4),
      holds('p', 'B', [{ directOrIndirect: 'unknown' }], {}, { isComponent: true }),
    ];
    expect(ownersIn(networkOf(...untold, primary({ exact: 30 })), 'S')).toEqual(['p 3/10 to 3/10 true']);
  });

  it('is as wide as both and unresolved where primary and chain contradict each other', () => {
    const network = networkOf(...chain, primary({ exact: 20 }));
    expect(ownersIn(network, 'S')).toEqual(['p 1/5 to 3/10 null']);
    expect(codesOf(rowOf(network, 'S'))).toEqual(['indirectShareContradicted']);
  });

  it('of an entity counts beside direct owners where there is room, and else is unresolved, never more than the whole', () => {
    const held = (exact: number) =>
      networkOf(
        ...[entity('S'), entity('B'), entity('C'), person('p'), holds('B', 'S', [shares({ exact })])],
        ...[holds('p', 'C', [shares({ exact: 100 })]), holds('C', 'B', [{ type: 'appointmentOfBoard' }])],
        holds('C', 'S', [shares({ exact: 30 }, { directOrIndirect: 'indirect' })]),
      );
    const shareOfP = (exact: number) => rowOf(held(exact), 'S').owners.map(({ share }) => share.minimum);
    expect([shareOfP(70), shareOfP(80)]).toEqual([['3/10'], ['0']]);
    expect(codesOf(rowOf(held(80), 'S'))).toEqual(['indirectShareUnplaced']);
  });

  it('is added to a direct one', () => {
    const both = holds('p', 'S', [
      shares({ exact: 30 }, { directOrIndirect: 'indirect' }),
      shares({ exact: 15 }),
    ]);
    expect(ownersIn(networkOf(...chain, both), 'S')).toEqual(['p 9/20 to 9/20 true']);
  });
});

describe('circles', () => {
  it('are solved: what companies hold of each other ends with those who hold them from outside', () => {
    const network = networkOf(
      ...[entity('A'), entity('B'), person('p'), person('q')],
      ...[holds('B', 'A', [shares({ exact: 50 })]), holds('A', 'B', [shares({ exact: 50 })])],
      ...[holds('p', 'A', [shares({ exact: 50 })]), holds('q', 'B', [shares({ exact: 50 })])],
    );
    expect(ownersIn(network, 'A')).toEqual(['p 2/3 to 2/3 true', 'q 1/3 to 1/3 true']);
  });

  it('without an owner outside are unresolved, and credit nobody, for whom they own as well', () => {
    const network = networkOf(
      ...[entity('A'), entity('B'), entity('S'), person('p')],
      ...[holds('B', 'A', [shares({ exact: 100 })]), holds('A', 'B', [shares({ exact: 100 })])],
      ...[holds('A', 'S', [shares({ exact: 70 })]), holds('p', 'S', [shares({ exact: 30 })])],
    );
    expect(ownersIn(network, 'S')).toEqual(['p 3/10 to 3/10 true']);
    expect(ownersIn(network, 'A')).toEqual([]);
    expect(codesOf(rowOf(network, 'S'))).toEqual(['closedCircle', 'closedCircle']);
  });
});

describe('what is not known', () => {
  it('widens nobody else’s share, and stands among the unresolved', () => {
    const network = networkOf(
      ...[entity('S'), person('p'), person('u', { personType: 'unknownPerson' })],
      ...[holds('p', 'S', [shares({ exact: 20 })]), holds('u', 'S', [shares({ exact: 50 })])],
      holds({ reason: 'interestedPartyHasNotProvidedInformation' }, 'S', []),
    );
    expect(ownersIn(network, 'S')).toEqual(['p 1/5 to 1/5 false']);
    expect(codesOf(rowOf(network, 'S')).sort()).toEqual(['unidentifiedParty', 'unspecifiedParty']);
  });

  it('of a company above is unresolved for all below it', () => {
    const network = networkOf(entity('S'), entity('B'), holds('B', 'S', [shares({ exact: 100 })]));
    expect(rowOf(network, 'S').unresolved).toEqual([{ code: 'ownersNotStated', entity: 'B', detail: 'B' }]);
  });

  it('takes the room that others leave: an unknown share is at most what stated ones do not hold', () => {
    const network = networkOf(
      ...[entity('S'), person('p'), person('q')],
      ...[holds('p', 'S', [shares({ exact: 80 })]), holds('q', 'S', [shares(undefined)])],
    );
    expect(ownersIn(network, 'S')).toEqual(['p 4/5 to 4/5 true', 'q 0 to 1/5 false']);
  });
});

describe('one person with two records', () => {
  const identifiers = [{ scheme: 'XX-ID', id: '17' }];
  const two = (other: Sample) => [
    ...[entity('S'), person('p1', { identifiers }), person('p2', other)],
    ...[holds('p1', 'S', [shares({ exact: 15 })]), holds('p2', 'S', [shares({ exact: 15 })])],
  ];

  it('is joined by an identifier, and holds both shares', () => {
    expect(ownersIn(networkOf(...two({ identifiers })), 'S')).toEqual(['p1 3/10 to 3/10 true']);
  });

  it('is never joined by name', () => {
    const names = [{ fullName: 'Jo Example' }];
    const network = networkOf(
      ...two({ names }),
      person('p1', { names, identifiers }, { recordStatus: 'updated' }),
    );
    expect(ownersIn(network, 'S')).toEqual(['p1 3/20 to 3/20 false', 'p2 3/20 to 3/20 false']);
  });
});

describe('control', () => {
  const right = (type: string, more: Sample = {}): Sample => ({ type, directOrIndirect: 'direct', ...more });

  it.each([
    ['appointmentOfBoard', true],
    ['seniorManagingOfficial', true],
    ['boardMember', false],
    ['nominee', false],
    ['unknownInterest', null],
  ])('by %s makes a beneficial owner as the policy says: %s', (type, expected) => {
    const [owner] = rowOf(inS(right(type)), 'S').owners;
    expect(owner?.control).toEqual([type]);
    expect(owner?.isBeneficialOwner).toBe(expected);
  });

  it('by votes is tested by their number', () => {
    const votes = (share?: Sample) =>
      rowOf(inS(right('votingRights', share ? { share } : {})), 'S').owners[0]?.isBeneficialOwner;
    expect([votes({ exact: 25 }), votes({ exact: 24 }), votes()]).toEqual([true, false, null]);
  });

  it('of a trust is the role of each of its parties, and reaches what the trust holds', () => {
    const roles = ['settlor', 'trustee', 'protector', 'beneficiaryOfLegalArrangement'];
    const network = networkOf(
      ...[entity('S'), entity('T', { entityType: { type: 'arrangement', subtype: 'trust' } })],
      ...roles.flatMap((role) => [person(role), holds(role, 'T', [right(role)])]),
      holds('T', 'S', [shares({ exact: 25 })]),
    );
    expect(rowOf(network, 'S').owners.map(({ isBeneficialOwner }) => isBeneficialOwner)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(rowOf(network, 'S').owners[0]?.paths).toEqual([['S', 'T', 'beneficiaryOfLegalArrangement']]);
  });

  it('of an entity that holds less than the test reaches no further', () => {
    const network = networkOf(
      ...[entity('S'), entity('T'), person('p')],
      ...[holds('p', 'T', [right('trustee')]), holds('T', 'S', [shares({ exact: 24 })])],
    );
    expect(rowOf(network, 'S').owners).toEqual([]);
  });

  it('by an entity is that of whoever owns half of it or controls it', () => {
    const network = networkOf(
      ...[entity('T'), entity('C'), person('p'), person('q')],
      ...[holds('C', 'T', [right('trustee')]), holds('p', 'C', [shares({ exact: 60 })])],
      holds('q', 'C', [shares({ exact: 40 })]),
    );
    expect(
      rowOf(network, 'T').owners.map(({ person: id, isBeneficialOwner }) => [id, isBeneficialOwner]),
    ).toEqual([['p', true]]);
  });
});
