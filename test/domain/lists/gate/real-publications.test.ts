import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { acceptList, type ListInUse } from '../../../../domain/lists/accept-list.ts';
import { readConsolidated } from '../../../../domain/lists/consolidated/read-consolidated.ts';
import { inspectListFolder } from '../../../../domain/lists/folder/read-list-folder.ts';
import type { ListId } from '../../../../domain/lists/list-ids.ts';
import { readDeniedPersons } from '../../../../domain/lists/read-denied-persons.ts';
import type { ReadList } from '../../../../domain/lists/read-list.ts';
import { readOfacSet } from '../../../../domain/lists/read-ofac-set.ts';
import { shippedProviderPack } from '../../policy/shipped-packs.ts';
import { consolidatedSet, julySet, shippedFile } from '../sample-lists.ts';

const gates = shippedProviderPack().listGate.lists;

const verdict = (before: ListInUse | null, after: ReadList, changes = {}) => {
  const policy = { ...gates[after.summary.list as ListId], ...changes };
  const answer = acceptList(before, after, policy);
  return answer.verdict === 'refused' ? `${answer.because}: ${answer.detail}` : answer.verdict;
};

describe('real publications at the shipped gate', () => {
  it('of the SDN list, August after July 2021, pass', () => {
    const july = readOfacSet(julySet(), { publishedOn: '2021-07' });
    const sdn = shippedFile('ofac-2021-08-18/sdn.csv.gz');
    const august = readOfacSet({ ...julySet(), sdn }, { publishedOn: '2021-08-18' });
    expect([verdict(null, july), verdict(july, august), verdict(null, august)]).toEqual([
      ...['accepted', 'accepted', 'accepted'],
    ]);
  });

  it('of the SDN list, four of April 2024 one after the other, pass but for the files that are not at hand', () => {
    const [first, ...rest] = ['19', '23', '25', '26'].map((day) => {
      const sdn = shippedFile(`ofac-sdn-history/sdn.2024-04-${day}.csv.gz`);
      const expectations = { publishedOn: `2024-04-${day}`, absent: ['alt', 'add', 'sdnComments'] } as const;
      return readOfacSet({ ...julySet(), sdn }, expectations);
    });
    // What stands in the absent files cannot be asked of the main one.
    const without = {
      lowestNamesPerParty: 1,
      lowestShares: { ...gates['ofac-sdn'].lowestShares, countries: 0 },
    };
    let before = first;
    for (const after of rest) {
      expect(verdict(before ?? null, after)).toMatch('incomplete: it came without alt.csv');
      expect(verdict(before ?? null, { ...after, absent: [] }, without)).toBe('accepted');
      before = after;
    }
  });

  it('of the Consolidated list, January and December 2025, pass, though one is XML and the other CSV', () => {
    const path = new URL(
      '../../../../data/lists/ofac-consolidated-2025-01-14/CONS_ENHANCED.ZIP',
      import.meta.url,
    );
    const folder = new Map([['CONS_ENHANCED.ZIP', new Uint8Array(readFileSync(path))]]);
    const [january] = inspectListFolder(folder, {
      publishedOn: '2025-01-14',
      endMark: 'required',
    }).lists;
    if (january === undefined) throw new Error('the sample of January 2025 could not be read');
    const december = readOfacSet(consolidatedSet(), { publishedOn: '2025-12' }, 'ofac-cons');
    expect([verdict(null, january), verdict(null, december), verdict(january, december)]).toEqual([
      ...['accepted', 'accepted', 'accepted'],
    ]);
  });

  it('of Commerce and State, six lists of May 2022, pass', () => {
    const bytes = shippedFile('csl-2022-05-06/consolidated.csv.gz');
    const { lists } = readConsolidated('consolidated.csv', bytes, '2022-05-06');
    expect(lists.map((list) => verdict(null, list))).toEqual(lists.map(() => 'accepted'));
  });

  it('of the Denied Persons List pass by themselves; fourteen months apart a person has to look', () => {
    const early = readDeniedPersons(shippedFile('bis-dpl-2021-07/dpl.txt.gz'), '2021-07');
    const late = readDeniedPersons(shippedFile('bis-dpl-2022-09/dpl.txt.gz'), '2022-09');
    expect([verdict(null, early), verdict(null, late)]).toEqual(['accepted', 'accepted']);
    expect(verdict(early, late)).toBe('shrunk: 99 of 461 parties are gone');
  });
});
