import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  forEachCommon,
  invertGroups,
  membersOf,
  packGroups,
} from '../../../../domain/screening/index/packed-groups.ts';
import { packStrings, stringAt, unpackAscii } from '../../../../domain/screening/index/packed-strings.ts';

const seed = 5_318;
const run = { seed, numRuns: 200 };
const told = `seed ${seed}`;

describe('packed strings', () => {
  it('are given back one by one, whatever their letters', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed()));
    fc.assert(
      fc.property(texts, (strings) => {
        const packed = packStrings(strings);
        expect(
          strings.map((_, place) => stringAt(packed, place)),
          told,
        ).toEqual(strings);
      }),
      { ...run, examples: [[['\ufeffwith a mark of byte order', '', '\u0000']]] },
    );
  });

  it('of ASCII are given back all at once', () => {
    const texts = fc.array(fc.string({ unit: 'binary-ascii' }));
    fc.assert(
      fc.property(texts, (strings) => {
        expect(unpackAscii(packStrings(strings)), told).toEqual(strings);
      }),
      run,
    );
  });
});

describe('packed groups', () => {
  const groupsOfKeys = fc.array(fc.array(fc.nat(19), { maxLength: 8 }), { maxLength: 12 });

  it('give back each group in the order given', () => {
    fc.assert(
      fc.property(groupsOfKeys, (groups) => {
        const packed = packGroups(groups);
        expect(
          groups.map((_, key) => Array.from(membersOf(packed, key))),
          told,
        ).toEqual(groups);
      }),
      run,
    );
  });

  it('turned round name for each member the groups that have it, each once and in order', () => {
    fc.assert(
      fc.property(groupsOfKeys, (groups) => {
        const expected = Array.from({ length: 20 }, (_, member) =>
          groups.flatMap((members, group) => (members.includes(member) ? [group] : [])),
        );
        expect(invertGroups(groups, 20), told).toEqual(expected);
      }),
      run,
    );
  });

  it('of which two are walked together visit what both have', () => {
    const group = fc.uniqueArray(fc.nat(60)).map((members) => Uint32Array.from(members).sort());
    fc.assert(
      fc.property(group, group, (one, other) => {
        const visited: number[] = [];
        forEachCommon(one, other, (member) => visited.push(member));
        expect(visited, told).toEqual(Array.from(one).filter((member) => other.includes(member)));
      }),
      run,
    );
  });
});
