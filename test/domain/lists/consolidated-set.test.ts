import { expect, it } from 'vitest';
import { remarksShare } from '../../../domain/lists/read-list.ts';
import { readOfacSet } from '../../../domain/lists/read-ofac-set.ts';
import { consolidatedSet } from './sample-lists.ts';

const read = readOfacSet(consolidatedSet(), { publishedOn: '2025-12' }, 'ofac-cons');
const entry = (entryId: string) => read.entries.find((candidate) => candidate.entryId === entryId);

it('the Consolidated list is read by the same reader, under its own id and file names', () => {
  expect(read.summary).toMatchObject({ list: 'ofac-cons', entries: 442, publishedOn: '2025-12' });
  expect(Object.values(read.files).map(({ file, rows }) => [file, rows])).toEqual([
    ['cons_prim.csv', 442],
    ['cons_alt.csv', 1073],
    ['cons_add.csv', 574],
    ['cons_comments.csv', 10],
  ]);
  expect(entry('9641')).toMatchObject({ list: 'ofac-cons', sources: [{ file: 'cons_prim.csv', row: 3 }] });
});

it('a party has its addresses, each with the country where the list names one', () => {
  expect(entry('9641')?.addresses).toEqual([{ text: 'Gaza, Palestinian', country: 'PS' }]);
  expect(entry('9640')?.addresses).toEqual([]);
});

it('remarks that were cut at a blank go on where they were cut', () => {
  // The 1,000th character of Gazprom's remarks is the blank between the number and "(Russia)".
  expect(entry('17250')?.identifiers).toContainEqual({
    kind: 'registrationNumber',
    value: '1027700070518',
    country: 'RU',
  });
  expect(entry('30930')?.names.at(-1)).toEqual({ text: 'CCCC', quality: 'weak', role: 'aka' });
});

it('at least 97 in 100 segments of the remarks are understood', () => {
  expect(remarksShare(read)).toBeGreaterThan(0.97);
});
