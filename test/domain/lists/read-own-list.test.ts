import { describe, expect, it } from 'vitest';
import { readOwnList } from '../../../domain/lists/read-own-list.ts';

const header = 'id,name,kind,other_names,birth_date,countries,identifiers,reason\n';
const read = (...rows: string[]) =>
  readOwnList(new TextEncoder().encode(header + rows.join('\n')), '2026-01-01');

describe('the provider’s own list', () => {
  it('is read in the documented form', () => {
    const row =
      'x1,Example Trading,entity,Example Co; EXCO,1961-02;1963,RU;BY,passport 4005504207 (RU); wallet qpz4,unpaid fraud';
    expect(read(row).entries).toEqual([
      {
        list: 'own',
        entryId: 'x1',
        kind: 'entity',
        names: [
          { text: 'Example Trading', quality: 'strong', role: 'primary' },
          { text: 'Example Co', quality: 'strong', role: 'aka' },
          { text: 'EXCO', quality: 'strong', role: 'aka' },
        ],
        programmes: [],
        birthDates: [
          { text: '1961-02', from: '1961-02-01', to: '1961-02-28', isApproximate: false },
          { text: '1963', from: '1963-01-01', to: '1963-12-31', isApproximate: false },
        ],
        countries: ['BY', 'RU'],
        identifiers: [
          { kind: 'passport', value: '4005504207', country: 'RU' },
          { kind: 'wallet', value: 'qpz4' },
        ],
        addresses: [],
        relationships: [],
        sources: [{ file: 'own.csv', row: 1 }],
        remarks: 'unpaid fraud',
      },
    ]);
  });

  it('needs an id and a name alone', () => {
    expect(read('x1,Somebody,,,,,,').entries[0]).toMatchObject({
      kind: 'unknown',
      countries: [],
      birthDates: [],
    });
  });

  it.each([
    ['a,X,robot,,,,,', 'row 1: expected a kind of individual'],
    ['a,X,,,1961-13,,,', 'expected a birth_date'],
    ['a,X,,,1961-02-30,,,', 'expected a birth_date'],
    ['a,X,,,,Russia,,', 'expected countries as ISO 3166-1'],
    ['a,X,,,,,4005504207,', 'expected identifiers as "kind value (CC)"'],
    ['a,X,,,,,passport 1 (QQ),', 'expected countries'],
    ['a,X,,,,,passport 4005504207 (Russia),', 'expected the issuer of an identifier as a code in brackets'],
    ['a,X,,,,,passport 4005504207 (ru),', 'expected the issuer of an identifier as a code in brackets'],
    ['a,X,,,,,passport 4005504207 RU,', 'Write it as in passport 4005504207 (RU)'],
    ['a,X,,,May 1961,,,', 'Write as much of the date as is known; docs/lists.md gives the form.'],
    ['a,,,,,,,', 'expected a name'],
    ['a b,X,,,,,,', 'expected an id'],
    ['a,!!!,,,,,,', 'row 1: expected names with letters or digits that can be compared, found "!!!"'],
    ['a,X,,Y; ???,,,,', 'found "???"'],
  ])('refuses %s', (row, message) => {
    expect(() => read(row)).toThrow(message);
  });

  it('refuses a column that comes twice, naming it: one of the two would go unread', () => {
    const twice = new TextEncoder().encode(`${header.trim()},name\nx1,Jane,,,,,,,John\n`);
    expect(() => readOwnList(twice, null)).toThrow(
      'own.csv: expected each column once, found a second column name',
    );
  });

  it('refuses bytes that are no UTF-8, naming the line', () => {
    const latin = Buffer.from(`${header}x1,Müller,,,,,,\n`, 'latin1');
    expect(() => readOwnList(latin, null)).toThrow('own.csv, row 2: expected UTF-8');
  });

  it('refuses an id that comes twice, naming the second row', () => {
    expect(() => read('a,X,,,,,,', 'a,Y,,,,,,')).toThrow('own.csv, row 2: expected each id once');
  });
});
