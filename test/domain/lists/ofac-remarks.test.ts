import { describe, expect, it } from 'vitest';
import { countryCodeOf } from '../../../domain/lists/ofac-countries.ts';
import { readOfacTable } from '../../../domain/lists/ofac-csv.ts';
import { ofacSets } from '../../../domain/lists/ofac-files.ts';
import { addCounts, readRemarks } from '../../../domain/lists/ofac-remarks.ts';
import { consolidatedSet, julySet, shippedFile } from './sample-lists.ts';

const rowsOf = (name: keyof (typeof ofacSets)['ofac-sdn'], bytes: Uint8Array) =>
  readOfacTable(ofacSets['ofac-sdn'][name], bytes, 'required').rows;
const april = rowsOf('sdn', shippedFile('ofac-sdn-history/sdn.2024-04-26.csv.gz'));

describe('over whole publications', () => {
  it('more than 99 in 100 segments of the remarks of April 2024 are understood', () => {
    const count = addCounts(april.map((row) => readRemarks(row[11] ?? '').count));
    expect(count.segments).toBe(60_052);
    expect((count.compared + count.known) / count.segments).toBeGreaterThan(0.99);
    expect(count.compared / count.segments).toBeGreaterThan(0.72);
  });

  it('99.8 in 100 of the countries of addresses and flags are known by their code', () => {
    const countries = [
      ...rowsOf('add', julySet().add).map((row) => row[4]),
      ...rowsOf('add', consolidatedSet().add).map((row) => row[4]),
      ...april.map((row) => row[9]),
    ].filter((country) => typeof country === 'string');
    const known = countries.filter((country) => countryCodeOf(country) !== null);
    expect(countries.length).toBeGreaterThan(12_500);
    expect(known.length / countries.length).toBeGreaterThan(0.998);
  });
});

describe('a segment of the remarks', () => {
  it.each([
    ['Passport K47248790 (Iran) expires 20 Oct 2023', 'passport', 'K47248790', 'IR'],
    ['alt. National ID No. 660000 73767 (Belgium)', 'nationalId', '660000 73767', 'BE'],
    ['R.F.C. DIB-771110-HQ1 (Mexico)', 'taxId', 'DIB-771110-HQ1', 'MX'],
    ['NIT # 800018928-0 (Colombia)', 'taxId', '800018928-0', 'CO'],
    ['V.A.T. Number BG 121024920 (Bulgaria)', 'taxId', 'BG 121024920', 'BG'],
    ['Folio Mercantil No. 22839 (Jalisco) (Mexico)', 'registrationNumber', '22839', 'MX'],
    [
      'Unified Social Credit Code (USCC) 9113100033607322XK (China)',
      'registrationNumber',
      '9113100033607322XK',
      'CN',
    ],
    ['Legal Entity Number 253400WSS48YWMBUA688', 'lei', '253400WSS48YWMBUA688', undefined],
    ['Legal Entity Number 851683897 (Netherlands)', 'registrationNumber', '851683897', 'NL'],
    ['Vessel Registration Identification IMO 7406784', 'imo', '7406784', undefined],
    ['Company Number IMO 5055293', 'imo', '5055293', undefined],
    ['MMSI 572469210', 'mmsi', '572469210', undefined],
    ['Aircraft Tail Number N200VR', 'registrationNumber', 'N200VR', undefined],
    ['SWIFT/BIC KDBKKPPY', 'swift', 'KDBKKPPY', undefined],
    [
      'alt. Digital Currency Address - ETH 0xa0e1c89Ef1a489c9C7dE96311eD5Ce5D32c20E4B',
      'wallet',
      '0xa0e1c89Ef1a489c9C7dE96311eD5Ce5D32c20E4B',
      undefined,
    ],
    ['Email Address dam.d.free@net.sy', 'email', 'dam.d.free@net.sy', undefined],
    ['Website www.havanaintbank.co.uk', 'website', 'www.havanaintbank.co.uk', undefined],
  ])('%s is an identifier', (segment, kind, value, country) => {
    expect(readRemarks(segment).identifiers).toEqual([{ kind, value, ...(country ? { country } : {}) }]);
  });

  it('names the party it is linked to, with the full stop that belongs to a name', () => {
    const remarks =
      'Linked To: TRILIANCE PETROCHEMICAL CO. LTD.; Linked To: CORPS (IRGC); wife of Saddam Hussein.';
    expect(readRemarks(remarks).relationships).toEqual([
      { kind: 'Linked To', name: 'TRILIANCE PETROCHEMICAL CO. LTD.' },
      { kind: 'Linked To', name: 'CORPS (IRGC)' },
      { kind: 'wife of', name: 'Saddam Hussein' },
    ]);
  });

  it('is understood without a field when it tells of sanctions, gender or an office', () => {
    const remarks =
      'Gender Male; Secondary sanctions risk: section 1(b); Minister of Finance; Equity Ticker 601800 CN';
    expect(readRemarks(remarks).count).toEqual({ segments: 4, compared: 0, known: 4 });
  });

  it.each(['juice manufacturer', 'Passport issued in Sarajevo, Bosnia-Herzegovina', 'From Gujranwala'])(
    'is counted as not understood when it is prose: %s',
    (segment) => {
      expect(readRemarks(segment).count).toEqual({ segments: 1, compared: 0, known: 0 });
    },
  );

  it('adds the country of birth, nationality, citizenship and former flags', () => {
    const remarks =
      'POB Nablus, West Bank; nationality Egypt; alt. citizen Kenya; Former Vessel Flag Malta; POB Shati.';
    expect(readRemarks(remarks).countries).toEqual(['PS', 'EG', 'KE', 'MT']);
  });
});
