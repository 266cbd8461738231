import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inspectListFolder, readListFolder } from '../../../../domain/lists/folder/read-list-folder.ts';
import { sha256 } from '../../../../domain/lists/list-digest.ts';
import { consolidatedSet, sdnRow, shippedFile, writtenSet } from '../sample-lists.ts';

const lenient = { publishedOn: null, endMark: 'optional' } as const;
const text = (content: string) => new TextEncoder().encode(content);
const folder = (files: Record<string, Uint8Array>) => new Map(Object.entries(files));
const { sdn, alt, add, sdnComments } = writtenSet({});
const cons = consolidatedSet();
const enhanced = new Uint8Array(
  readFileSync(
    new URL('../../../../data/lists/ofac-consolidated-2025-01-14/CONS_ENHANCED.ZIP', import.meta.url),
  ),
);
const denied = shippedFile('bis-dpl-2022-09/dpl.txt.gz');
const own = text('id,name,kind,other_names,birth_date,countries,identifiers,reason\nx,Somebody,,,,,,\n');

describe('a folder of official files', () => {
  it('is read under any case of their names, each list once and in order', () => {
    const reading = readListFolder(
      folder({
        'SDN.CSV': sdn,
        'Alt.csv': alt,
        'add.csv': add,
        'SDN_Comments.csv': sdnComments,
        'DPL.TXT': denied,
        'own.csv': own,
      }),
      lenient,
    );
    expect(reading.lists.map(({ summary }) => summary.list)).toEqual(['bis-dpl', 'ofac-sdn', 'own']);
    expect(reading.unread).toEqual([]);
    const lines = reading.lists.map(({ summary }) => `${summary.list}\0${summary.digest}\n`);
    expect(reading.digest).toBe(sha256(lines.join('')));
  });

  it('takes the Enhanced XML before the CSV of the same list, and names the files it left', () => {
    const reading = readListFolder(
      folder({ 'CONS_ENHANCED.ZIP': enhanced, 'cons_prim.csv': cons.sdn, 'cons_alt.csv': cons.alt }),
      lenient,
    );
    expect(reading.lists.map(({ summary }) => [summary.list, summary.publishedOn, summary.entries])).toEqual([
      ['ofac-cons', '2025-01-10', 443],
    ]);
    expect(reading.unread).toEqual([
      { file: 'cons_prim.csv', because: 'superseded', by: 'CONS_ENHANCED.ZIP' },
      { file: 'cons_alt.csv', because: 'superseded', by: 'CONS_ENHANCED.ZIP' },
    ]);
  });

  it('takes BIS’s own file of denied persons before their part of the Consolidated Screening List', () => {
    const consolidated = text(
      '_id,source,type,programs,name,addresses,alt_names,dates_of_birth,ids\n' +
        'd1,Denied Persons List (DPL),,,X,,,,\nu1,Unverified List (UVL),,,Y,,,,\n',
    );
    const { lists } = readListFolder(
      folder({ 'consolidated.csv': consolidated, 'dpl.txt': denied }),
      lenient,
    );
    expect(lists.map(({ summary, files }) => [summary.list, Object.keys(files)])).toEqual([
      ['bis-dpl', ['dpl']],
      ['bis-unverified', ['consolidated']],
    ]);
  });

  it('names a file that is none of these', () => {
    const reading = readListFolder(folder({ 'own.csv': own, 'notes.txt': text('x') }), lenient);
    expect(reading.unread).toEqual([{ file: 'notes.txt', because: 'unknownName' }]);
  });

  it('reads the main file alone, and says which files of the set are absent', () => {
    const { lists } = readListFolder(folder({ 'sdn.csv': text(sdnRow(36, 'A')) }), lenient);
    expect(lists[0]?.absent).toEqual(['alt.csv', 'add.csv', 'sdn_comments.csv']);
  });
});

describe('a list that must not be used', () => {
  const withBadList = folder({ 'own.csv': own, 'dpl.txt': new Uint8Array() });

  it('stops the reading of the folder: nobody is screened against the rest', () => {
    expect(() => readListFolder(withBadList, lenient)).toThrow('dpl.txt: expected rows, found an empty file');
  });

  it('is named beside the others in an inspection', () => {
    const { lists, refused } = inspectListFolder(withBadList, lenient);
    expect(lists.map(({ summary }) => summary.list)).toEqual(['own']);
    expect(refused.map(({ list, error }) => [list, error.fault.file])).toEqual([['bis-dpl', 'dpl.txt']]);
  });

  it('is one whose further files are there without the main one', () => {
    expect(() => readListFolder(folder({ 'alt.csv': alt }), lenient)).toThrow(
      'sdn.csv: expected the main file',
    );
  });

  it('is one without its end mark, where that is required', () => {
    const cut = folder({ 'sdn.csv': text(`${sdnRow(36, 'A')}\r\n`), 'alt.csv': alt, 'add.csv': add });
    expect(() => readListFolder(cut, { ...lenient, endMark: 'required' })).toThrow('end-of-file mark');
  });

  it('is said to be missing when the folder holds none', () => {
    expect(() => readListFolder(folder({ 'x.txt': text('') }), lenient)).toThrow('found x.txt');
  });
});
