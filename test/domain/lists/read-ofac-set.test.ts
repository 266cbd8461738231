import { describe, expect, it } from 'vitest';
import { readOfacSet } from '../../../domain/lists/read-ofac-set.ts';
import { julySet, sdnRow, shippedFile, writtenSet } from './sample-lists.ts';

const expectations = { publishedOn: '2021-07-07' };
const firstEntry = (rows: Parameters<typeof writtenSet>[0]) =>
  readOfacSet(writtenSet(rows), expectations).entries[0];

describe('the set of July 2021', () => {
  const july = readOfacSet(julySet(), expectations);
  const entry = (entryId: string) => july.entries.find((candidate) => candidate.entryId === entryId);

  it('is read whole: parties, names, addresses', () => {
    expect(july.summary.entries).toBe(8976);
    expect(july.files.alt.rows).toBe(11910);
    expect(july.files.add).toMatchObject({ rows: 13837, orphanRows: 0, carriedFrom: null });
  });

  it('has every strong name of ALT.CSV and 2,442 weak ones that stand only in remarks', () => {
    const names = july.entries.flatMap((candidate) => candidate.names);
    expect(names.filter(({ quality }) => quality === 'strong')).toHaveLength(8976 + 11910);
    expect(names.filter(({ quality }) => quality === 'weak')).toHaveLength(2442);
  });

  it('gives every party the kind that the file gives it', () => {
    const count = (kind: string) => july.entries.filter((candidate) => candidate.kind === kind).length;
    expect([count('individual'), count('entity'), count('vessel'), count('aircraft')]).toEqual([
      4620, 3673, 406, 277,
    ]);
  });

  it('reads a wallet address that is cut in two between the remarks and the comments', () => {
    expect(entry('30518')?.identifiers).toContainEqual({
      kind: 'wallet',
      value: '1GqChmWqGtsaLrGbHfgdrV5Nkvahtjjuxr',
    });
  });

  it('reads a weak name that is cut in two between the remarks and the comments', () => {
    expect(entry('28263')?.names).toContainEqual({ text: 'snowsjohn', quality: 'weak', role: 'aka' });
  });
});

describe('a publication of which only SDN.CSV is at hand', () => {
  it('names the files carried from the earlier set and counts the rows that point at nobody', () => {
    const files = { ...julySet(), sdn: shippedFile('ofac-2021-08-18/sdn.csv.gz') };
    const carried = { alt: '2021-07-07', add: '2021-07-07', sdnComments: '2021-07-07' };
    const august = readOfacSet(files, { publishedOn: '2021-08-18', carried });
    expect(august.summary).toMatchObject({ entries: 9083, publishedOn: '2021-08-18' });
    expect(august.files.sdn.carriedFrom).toBeNull();
    expect(august.files.alt).toMatchObject({ carriedFrom: '2021-07-07', orphanRows: 1 });
    expect(august.files.add).toMatchObject({ carriedFrom: '2021-07-07', orphanRows: 3 });
    expect(august.files.sdnComments.carriedFrom).toBe('2021-07-07');
  });
});

describe('a row', () => {
  it('reads -0- as nothing and parts programmes at the bracket', () => {
    expect(firstEntry({})).toMatchObject({
      kind: 'entity',
      programmes: ['CUBA', 'SDGT'],
      countries: ['CU'],
      remarks: '',
      names: [
        { text: 'AEROCARIBBEAN AIRLINES', role: 'primary' },
        { text: 'AERO-CARIBBEAN', role: 'aka' },
      ],
    });
  });

  it('keeps apostrophes inside a weak name', () => {
    const entry = firstEntry({ sdn: [sdnRow(36, 'X', { remarks: `"f.k.a. ''ABD AL-'IZ'."` })] });
    expect(entry?.names.at(-1)).toEqual({ text: "'ABD AL-'IZ", quality: 'weak', role: 'fka' });
  });

  it.each([
    ['DOB 24 May 1990', { from: '1990-05-24', to: '1990-05-24', isApproximate: false }],
    ['DOB circa 1961', { from: '1961-01-01', to: '1961-12-31', isApproximate: true }],
    ['alt. DOB Feb 1972', { from: '1972-02-01', to: '1972-02-29', isApproximate: false }],
    ['DOB 1971 to 1973', { from: '1971-01-01', to: '1973-12-31', isApproximate: false }],
  ])('reads %s as the days that it allows', (remark, days) => {
    const entry = firstEntry({ sdn: [sdnRow(36, 'X', { remarks: `"${remark}; POB Moscow, Russia."` })] });
    expect(entry?.birthDates[0]).toMatchObject(days);
    expect(entry?.countries).toEqual(['CU', 'RU']);
  });

  it('leaves out the last segment of remarks that were cut without a continuation', () => {
    const whole = 'Digital Currency Address - XBT 1GqChmWqGtsaLrGbHfgdrV5Nkvahtjjuxr; ';
    const half = '; Digital Currency Address - XBT 1DtGg';
    const cut = whole.padEnd(1000 - half.length, 'x') + half;
    const entry = firstEntry({ sdn: [sdnRow(36, 'X', { remarks: `"${cut}"` })] });
    expect(entry?.identifiers.map(({ value }) => value)).toEqual(['1GqChmWqGtsaLrGbHfgdrV5Nkvahtjjuxr']);
  });

  it('knows a passport with its number and issuer', () => {
    const entry = firstEntry({ sdn: [sdnRow(36, 'X', { remarks: '"Passport 4005504207 (Russia)."' })] });
    expect(entry?.identifiers).toEqual([{ kind: 'passport', value: '4005504207', country: 'RU' }]);
  });
});
