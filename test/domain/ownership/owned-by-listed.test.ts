import { describe, expect, it } from 'vitest';
import { ownedByListed } from '../../../domain/ownership/owned-by-listed.ts';
import { HoldingInvalidError, ownershipGraph } from '../../../domain/ownership/ownership-graph.ts';
import { aggregateOf, day, findingsOf, half, holding, partiesIn, verdicts } from './ownership-facts.ts';

const codes = (found: ReturnType<typeof findingsOf>, party: string) =>
  found.findings.find((finding) => finding.party === party)?.reasons.map(({ code }) => code);

describe('what is not known', () => {
  it('leaves an entity undetermined when a range straddles one half', () => {
    const found = findingsOf(['X 40-60 A', 'p 40-60 A']);
    expect(verdicts(found)).toEqual({ A: null });
    expect(aggregateOf(found, 'A')).toBe('2/5 to 3/5');
  });

  it('leaves an entity undetermined when nobody is known to hold half of it', () => {
    const found = findingsOf(['p 50 A']);
    expect(verdicts(found)).toEqual({ A: null });
    expect(codes(found, 'A')).toEqual(['unattributed']);
    expect(verdicts(findingsOf(['p 50.01 A']))).toEqual({ A: false });
  });

  it('leaves an entity undetermined when its owner is an entity whose owners nobody named', () => {
    const found = findingsOf(['H 100 A']);
    expect(verdicts(found)).toEqual({ A: null, H: null });
    expect(codes(found, 'A')).toEqual(['undeterminedOwner']);
  });

  it('leaves an entity undetermined when a share is unknown or its holder could not be screened', () => {
    expect(verdicts(findingsOf(['X ? A', 'p 30 A']))).toEqual({ A: null });
    expect(verdicts(findingsOf(['p 100 A'], { notScreened: ['p'] }))).toEqual({ A: null });
    expect(verdicts(findingsOf(['p 100 A'], { notScreened: ['A'] }))).toEqual({ A: null });
  });

  it('does not matter where the known shares decide', () => {
    expect(verdicts(findingsOf(['X 50 A', 'p ? A', 'H 10 A']))).toEqual({ A: true, H: null });
    expect(verdicts(findingsOf(['p 60 A', 'X ? A', 'H 10 A']))).toEqual({ A: false, H: null });
  });
});

describe('circles', () => {
  it('without an owner outside are undetermined, however whole their shares are', () => {
    expect(verdicts(findingsOf(['A 100 B', 'B 100 A']))).toEqual({ A: null, B: null });
    expect(verdicts(findingsOf(['A 100 A']))).toEqual({ A: null });
  });

  it('are blocked as soon as listed persons hold half of one of them', () => {
    const found = findingsOf(['X 50 A', 'B 50 A', 'A 100 B']);
    expect(verdicts(found)).toEqual({ A: true, B: true });
    expect(found.chainsOf('A', 'ofac-sdn')).toEqual([['A', 'X']]);
    expect(found.chainsOf('B', 'ofac-sdn')).toEqual([['B', 'A', 'X']]);
  });

  it('are free when unlisted persons hold more than half of one of them', () => {
    expect(verdicts(findingsOf(['p 51 A', 'B 49 A', 'A 100 B']))).toEqual({ A: false, B: false });
  });
});

describe('shares that add up to more than the whole', () => {
  it('make an entity undetermined and are shown, not scaled', () => {
    const found = findingsOf(['X 60 A', 'p 60 A', 'A 100 B']);
    expect(verdicts(found)).toEqual({ A: null, B: null });
    expect(codes(found, 'A')).toEqual(['blockedOwner', 'sharesExceedWhole']);
    expect(aggregateOf(found, 'A')).toBe('0 to 1');
  });

  it('do not unblock an entity that is listed itself', () => {
    const found = findingsOf(['p 100 A', 'q 100 A'], { listed: ['A'] });
    expect(verdicts(found)).toEqual({ A: true });
    expect(codes(found, 'A')).toEqual(['listed', 'sharesExceedWhole']);
  });
});

describe('lists', () => {
  it('are tested apart: a quarter from each of two lists is half under neither', () => {
    const holdings = ['X 25 A', 'Y 25 A', 'p 50 A'].map((text) => holding(text));
    const listed = new Map([
      ['X', ['one']],
      ['Y', ['two', 'one-more']],
    ]);
    const { findings } = ownedByListed(
      ownershipGraph(partiesIn(holdings), holdings, day),
      { listed, notScreened: new Set() },
      { lists: ['one', 'two'], atLeast: half },
    );
    expect(findings.map(({ list, isBlocked }) => [list, isBlocked])).toEqual([
      ['one', false],
      ['two', false],
    ]);
  });
});

describe('facts that no graph can hold', () => {
  const build = (text: string, parties = partiesIn([holding(text)])) =>
    ownershipGraph(parties, [holding(text)], day);

  it('are refused with the holding, what was found and what was expected', () => {
    expect(() => build('p 10 q')).toThrow(
      /the holding of p in q is in an individual; expected an entity: nobody is owned/,
    );
    expect(() => build('p 10 A', [])).toThrow(/names party p; expected a known party/);
    expect(() => build('p 60-40 A')).toThrow(/has the share 3\/5 to 2\/5; expected a range within 0 to 1/);
    expect(() => build('p 90-101 A')).toThrow(HoldingInvalidError);
    expect(() =>
      ownershipGraph([...partiesIn([holding('p 1 A')]), { id: 'A', kind: 'entity' }], [], day),
    ).toThrow(/party A stands twice/);
  });
});
