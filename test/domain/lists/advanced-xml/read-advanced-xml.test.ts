import { describe, expect, it } from 'vitest';
import { readAdvancedXml } from '../../../../domain/lists/advanced-xml/read-advanced-xml.ts';
import { readOfacSet } from '../../../../domain/lists/read-ofac-set.ts';
import { julySet } from '../sample-lists.ts';
import { advancedSample, faultOf } from '../xml/xml-samples.ts';

const file = 'SDN_ADVANCED.XML';
const read = (text: string) => readAdvancedXml([text], { file, list: 'ofac-sdn' });
const sample = advancedSample();
const { entries, dataAsOf, sublists, keptAsText } = read(sample);
const entry = (entryId: string) => entries.find((candidate) => candidate.entryId === entryId);

describe('an Advanced XML', () => {
  it('gives the same parties, names, qualities, dates and programmes as the CSV files they were taken from', () => {
    const csv = readOfacSet(julySet(), { publishedOn: '2021-07-07' }).entries;
    const facts = (candidates: typeof entries) =>
      candidates.map(({ entryId, kind, names, birthDates, programmes }) => ({
        entryId,
        kind,
        programmes,
        names: names.map(({ text, quality, role }) => `${text} ${quality} ${role}`).toSorted(),
        birthDates: birthDates.map(({ from, to, isApproximate }) => ({ from, to, isApproximate })),
      }));
    const both = entries.filter(({ entryId }) => entryId !== '17013');
    const wanted = both.flatMap(({ entryId }) => csv.filter((candidate) => candidate.entryId === entryId));
    expect(wanted).toHaveLength(6);
    expect(facts(both)).toEqual(facts(wanted));
  });

  it('says whose day it is and how many parties stand on each list', () => {
    expect(dataAsOf).toBe('2021-07-07');
    expect([...sublists]).toEqual([['SDN List', 7]]);
  });

  it('puts the Latin spelling of a primary name first, and marks the script of each', () => {
    expect(entry('17013')?.names.map(({ text, script }) => [text, script])).toEqual([
      ['VTB BANK PUBLIC JOINT STOCK COMPANY', 'Latn'],
      ['БАНК ВТБ ПУБЛИЧНОЕ АКЦИОНЕРНОЕ ОБЩЕСТВО', 'Cyrl'],
    ]);
  });

  it('writes an address in the usual order, whatever the order of its parts', () => {
    expect(entry('17013')?.addresses).toEqual([
      { text: '29, Bolshaya Morskaya str., St. Petersburg 190000, Russia', country: 'RU' },
    ]);
  });

  it('reads wallets, ship numbers and documents with their issuer', () => {
    expect(entry('25308')?.identifiers).toEqual([
      { kind: 'wallet', value: '12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h' },
      { kind: 'wallet', value: '1Kuf2Rd8mDyAViwBozGTNYnvWL8uYFrkVo' },
      { kind: 'nationalId', value: '421002197703250019', country: 'CN' },
    ]);
    expect(entry('15036')?.identifiers).toEqual([
      { kind: 'imo', value: '9187629' },
      { kind: 'mmsi', value: '572469210' },
    ]);
  });

  it('knows countries by flag, nationality, citizenship and place of birth', () => {
    expect(entry('15036')?.countries).toEqual(['IR']);
    expect(entry('7848')?.countries).toEqual(['IQ']);
    expect(entry('25308')?.countries).toEqual(['CN']);
  });

  it('ties a party to one that comes later, and to one of another file by its number', () => {
    expect(entry('15036')?.relationships).toEqual([
      { kind: 'Owned or Controlled By', name: 'NATIONAL IRANIAN TANKER COMPANY', entryId: '15117' },
    ]);
    expect(entry('15117')?.relationships).toEqual([
      { kind: 'Providing support to', name: 'number 10465', entryId: '10465' },
    ]);
  });

  it('keeps as text, and counts, what has no field of its own', () => {
    expect(entry('2674')?.remarks).toContain('Title Director of PALESTINE LIBERATION FRONT');
    expect(keptAsText.get('document Chinese Commercial Code')).toBe(1);
    expect(keptAsText.get('relationship to a party that the file does not hold')).toBe(1);
  });

  it('reads a date with a missing day or month, or a start alone, as all the days that it allows', () => {
    const period = (start: string) =>
      sample.replace(
        /<DatePeriod.*?<\/DatePeriod>/,
        `<DatePeriod><Start><From>${start}</From></Start></DatePeriod>`,
      );
    const dates = (start: string) => read(period(start)).entries.flatMap(({ birthDates }) => birthDates)[0];
    expect(dates('<Year>1948</Year><Month>2</Month>')).toMatchObject({
      from: '1948-02-01',
      to: '1948-02-29',
    });
    expect(dates('<Year>1947</Year>')).toMatchObject({ text: '1947', from: '1947-01-01', to: '1947-12-31' });
  });
});

describe('an Advanced XML is refused', () => {
  it('when a listing belongs to no party: somebody listed is missing', () => {
    const fault = faultOf(() => read(sample.replace('ProfileID="2674" ListID', 'ProfileID="99999" ListID')));
    expect(fault).toMatchObject({ file, row: null, expected: 'a party for every listing' });
    expect(fault.found).toContain('99999');
  });

  it('when a party comes twice', () => {
    const again = sample.replaceAll('"2674" PartySubTypeID', '"36" PartySubTypeID');
    expect(faultOf(() => read(again))).toMatchObject({ row: 2, found: 'number 36 again' });
  });

  it('when a party has no primary name, or is of no known kind', () => {
    const nameless = sample.replace(
      'AliasTypeID="1403" Primary="true"',
      'AliasTypeID="1400" Primary="false"',
    );
    expect(faultOf(() => read(nameless))).toMatchObject({ row: 1, found: 'none of profile 36' });
    const kindless = sample.replace('PartyTypeID="2">Unknown', 'PartyTypeID="5">Unknown');
    expect(faultOf(() => read(kindless))).toMatchObject({ row: 1, found: '"PartyType 5" (36)' });
  });

  it('when what parties refer to comes behind them', () => {
    const [locations = ''] = /<Locations>.*<\/Locations>/s.exec(sample) ?? [];
    const moved = sample.replace(locations, '').replace('<ProfileRelationships>', `${locations}$&`);
    expect(faultOf(() => read(moved)).found).toBe('a Location behind them');
  });

  it('when it has no day of issue or is another list than the one it is taken for', () => {
    expect(faultOf(() => read(sample.replace(/<DateOfIssue.*<\/DateOfIssue>/, ''))).expected).toContain(
      'DateOfIssue',
    );
    const other = () => readAdvancedXml([sample], { file: 'CONS_ADVANCED.XML', list: 'ofac-cons' });
    expect(faultOf(other)).toMatchObject({ expected: 'the Consolidated List', found: '"SDN List"' });
  });
});
