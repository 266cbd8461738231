import { describe, expect, it } from 'vitest';
import { listedEntry } from '../../../../domain/lists/listed-entry.ts';
import { readDeniedPersons } from '../../../../domain/lists/read-denied-persons.ts';
import { readOfacSet } from '../../../../domain/lists/read-ofac-set.ts';
import { listedEntries } from '../../../../domain/screening/index/listed-entries.ts';
import { compiledIndex } from '../../../support/compiled-screener.ts';
import { julySet, shippedFile } from '../../lists/sample-lists.ts';

const sdn = readOfacSet(julySet(), { publishedOn: '2021-07' }).entries;
const denied = readDeniedPersons(shippedFile('bis-dpl-2021-07/dpl.txt.gz'), '2021-07').entries;

describe('the listed party of a match', () => {
  it('is in the index as its list gives it, in all that screening looks at', () => {
    const source = [...denied, ...sdn.filter((_entry, place) => place % 10 === 0)];
    const entryOf = listedEntries(compiledIndex(source, 'a'.repeat(64)));
    expect(source.map(entryOf)).toEqual(source.map(listedEntry));
  });

  it('keeps the script of a name', () => {
    const [first] = sdn;
    if (!first) throw new RangeError('the list is empty');
    const named = {
      ...first,
      names: [...first.names, { text: 'Аэро', quality: 'weak', role: 'nka', script: 'Cyrl' } as const],
    };
    expect(listedEntries(compiledIndex([named], 'a'.repeat(64)))(first)).toEqual(listedEntry(named));
  });

  it('is not looked for among others: what the index did not find is an error', () => {
    const entryOf = listedEntries(compiledIndex(sdn.slice(0, 5), 'a'.repeat(64)));
    expect(() => entryOf({ list: 'bis-dpl', entryId: '36' })).toThrow('bis-dpl/36');
  });
});
