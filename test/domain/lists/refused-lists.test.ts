import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ListRefusedError, type ListFault } from '../../../domain/lists/list-refused-error.ts';
import type { OfacFiles } from '../../../domain/lists/ofac-files.ts';
import { readOfacSet, type OfacExpectations } from '../../../domain/lists/read-ofac-set.ts';
import { julySet, sdnRow, shippedFile, writtenSet } from './sample-lists.ts';

const july = julySet();

function faultOf(files: OfacFiles, expectations: Partial<OfacExpectations> = {}): ListFault {
  try {
    readOfacSet(files, { publishedOn: '2021-07-07', ...expectations });
  } catch (error) {
    if (error instanceof ListRefusedError) return error.fault;
    throw error;
  }
  throw new Error('the list was accepted');
}

describe('a list is refused', () => {
  it('when the real download of 4 May 2024 turns out to hold nothing', () => {
    const fixture = new URL('../../data/fixtures/sdn.2024-05-04.csv.gz', import.meta.url);
    const sdn = new Uint8Array(gunzipSync(readFileSync(fixture)));
    expect(faultOf({ ...july, sdn })).toMatchObject({ file: 'sdn.csv', row: null, found: 'an empty file' });
  });

  it('when the publisher answered with a web page', () => {
    const page = new TextEncoder().encode('<!doctype html><title>Moved</title>');
    expect(faultOf({ ...july, alt: page })).toMatchObject({ file: 'alt.csv', found: 'a web page or XML' });
  });

  it.each(['sdn', 'alt', 'add'] as const)(
    'when %s was cut between two rows and has lost its end mark',
    (name) => {
      const text = new TextDecoder().decode(july[name]);
      const cut = new TextEncoder().encode(text.slice(0, text.lastIndexOf('\n', text.length / 2) + 1));
      expect(faultOf({ ...july, [name]: cut })).toMatchObject({ row: null, found: 'no mark' });
    },
  );

  it('when a file was cut within a row, even where the end mark may be missing', () => {
    const cuts = [100_003, 100_050, 100_077].map((length) => july.sdn.slice(0, length));
    for (const sdn of cuts) {
      expect(faultOf({ ...july, sdn }, { endMark: 'optional' }).row).toBeGreaterThan(100);
    }
  });

  it('when a row has a field too many', () => {
    const files = writtenSet({ sdn: [sdnRow(36, 'A'), `${sdnRow(37, 'B')},"more"`] });
    expect(faultOf(files)).toMatchObject({ file: 'sdn.csv', row: 2, expected: '12 fields', found: '13' });
  });

  it('when its rows point at parties that it does not hold', () => {
    const files = writtenSet({ add: ['36,25,-0- ,"Havana","Cuba",-0- ', '99,26,-0- ,-0- ,"Cuba",-0- '] });
    expect(faultOf(files)).toMatchObject({ file: 'add.csv', row: 2, found: '1 of 2' });
  });

  it('when a party stands in it twice', () => {
    const files = writtenSet({ sdn: [sdnRow(36, 'A'), sdnRow(36, 'A')] });
    expect(faultOf(files)).toMatchObject({ row: 2, found: 'number 36 again' });
  });

  it('with a message that names file, row, expectation, finding and remedy', () => {
    const files = writtenSet({ sdn: [sdnRow(36, 'A'), '37,"B"'] });
    expect(() => readOfacSet(files, { publishedOn: '2021-07-07' })).toThrow(
      /^sdn\.csv, row 2: expected 12 fields, found 2\. Download the file again/,
    );
  });
});

it('the comments of July 2021 are accepted without an end mark, which they never had', () => {
  expect(july.sdnComments.at(-1)).toBe('\n'.charCodeAt(0));
  expect(shippedFile('ofac-2021-07/alt.csv.gz').at(-1)).toBe(0x1a);
  expect(readOfacSet(july, { publishedOn: '2021-07-07' }).files.sdnComments.rows).toBe(5);
});

it('files that another tool wrote are accepted without end marks and last line ends, where the caller says so', () => {
  const text = (rows: string) => new TextEncoder().encode(rows);
  const files: OfacFiles = {
    sdn: text(`${sdnRow(36, 'A')}\n${sdnRow(37, 'B')}`),
    alt: text('36,1,"aka","C",-0- '),
    add: text('36,1,-0- ,-0- ,-0- ,-0- '),
    sdnComments: text('-0- ,-0- '),
  };
  const read = readOfacSet(files, { publishedOn: '2025-08', endMark: 'optional' });
  expect(read.summary).toMatchObject({ entries: 2, names: 3 });
});
