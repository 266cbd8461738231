import { describe, expect, it } from 'vitest';
import { readDeniedPersons } from '../../../domain/lists/read-denied-persons.ts';
import { shippedFile } from './sample-lists.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const early = readDeniedPersons(shippedFile('bis-dpl-2021-07/dpl.txt.gz'), '2021-07');
const late = readDeniedPersons(shippedFile('bis-dpl-2022-09/dpl.txt.gz'), '2022-09');

describe('the Denied Persons List', () => {
  it('is read whole, one party for the rows of one name and one order', () => {
    expect([early.files.dpl.rows, late.files.dpl.rows]).toEqual([581, 665]);
    const nasser = late.entries.filter(({ names }) => names[0]?.text === 'ABDULAH AL NASSER');
    expect(nasser.map(({ addresses }) => addresses.length)).toEqual([2]);
    expect(nasser[0]).toMatchObject({ list: 'bis-dpl', kind: 'unknown', countries: ['US'] });
  });

  it('numbers a party the same in a later publication', () => {
    const before = new Set(early.entries.map(({ entryId }) => entryId));
    const kept = late.entries.filter(({ entryId }) => before.has(entryId));
    expect(kept.length / early.entries.length).toBeGreaterThan(0.75);
    expect(new Set(late.entries.map(({ entryId }) => entryId)).size).toBe(late.entries.length);
  });

  it.each([
    ['empty', '', 'an empty file'],
    ['a web page', '<html>', 'a web page or XML'],
    ['of other columns', '"Name"\t"City"\n"X"\t"Y"\n', 'a column Street_Address'],
  ])('is refused when it is %s', (_name, text, found) => {
    expect(() => readDeniedPersons(encode(text), null)).toThrow(found);
  });

  it('is refused when it was cut within a row', () => {
    const whole = shippedFile('bis-dpl-2022-09/dpl.txt.gz');
    expect(() => readDeniedPersons(whole.slice(0, 100_000), null)).toThrow(/dpl\.txt, row \d+/);
  });
});
