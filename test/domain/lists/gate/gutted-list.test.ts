import { describe, expect, it } from 'vitest';
import { acceptList, type ListInUse } from '../../../../domain/lists/accept-list.ts';
import { ListRefusedError } from '../../../../domain/lists/list-refused-error.ts';
import type { OfacFileName, OfacFiles } from '../../../../domain/lists/ofac-files.ts';
import { readOfacSet } from '../../../../domain/lists/read-ofac-set.ts';
import { shippedProviderPack } from '../../policy/shipped-packs.ts';
import { julySet } from '../sample-lists.ts';

const policy = shippedProviderPack().listGate.lists['ofac-sdn'];
const files = julySet();
const july = readOfacSet(files, { publishedOn: '2021-07' });

type Rewrite = (rows: string[]) => string[];

/** The set of July 2021 with the rows of one file, without their line ends, written otherwise. */
function gutted(name: OfacFileName, rewrite: Rewrite): OfacFiles {
  const rows = new TextDecoder().decode(files[name]).split('\r\n');
  return { ...files, [name]: new TextEncoder().encode(rewrite(rows).join('\r\n')) };
}

function verdict(set: OfacFiles, current: ListInUse | null): string {
  try {
    const answer = acceptList(current, readOfacSet(set, { publishedOn: '2021-08' }), policy);
    return answer.verdict === 'refused' ? `${answer.because}: ${answer.detail}` : answer.verdict;
  } catch (error) {
    if (error instanceof ListRefusedError) return `unreadable: ${error.message}`;
    throw error;
  }
}

const everyRow =
  (change: (row: string) => string): Rewrite =>
  (rows) =>
    rows.map(change);
const sdnName = /^(\d+,)"((?:[^"]|"")*)"/;
const altName = /^(\d+,\d+,"\w+",)"((?:[^"]|"")*)"/;

/** Each row's number of a party taken from the row so many places on, so that a name is another party's. */
const rotated: Rewrite = (rows) => {
  const listed = rows.filter((row) => /^\d/.test(row));
  const ids = listed.map((row) => row.split(',', 1)[0] ?? '');
  return [
    ...listed.map((row, index) => row.replace(/^\d+/, () => ids[(index + 501) % ids.length] ?? '')),
    '\u001a',
  ];
};

const primaryGone = gutted(
  'sdn',
  everyRow((row) =>
    row.replace(sdnName, (whole, id: string, name: string) =>
      policy.sentinels.includes(name) ? whole : `${id}"X"`,
    ),
  ),
);
const vowelsGone = gutted(
  'sdn',
  everyRow((row) =>
    row.replace(sdnName, (whole, id: string, name: string) =>
      policy.sentinels.includes(name) ? whole : `${id}"${name.replace(/[AEIOU]/g, '\uFFFD')}"`,
    ),
  ),
);
const otherNamesGone = gutted(
  'alt',
  everyRow((row) => row.replace(altName, '$1"X"')),
);
const oneAddress = gutted('add', ([first = '']) => [first, '\u001a']);
const personsGone = gutted(
  'sdn',
  everyRow((row) => row.replace('"individual"', '-0- ')),
);
const namesCut = gutted('alt', (rows) => [...rows.slice(0, rows.length - 1101), '\u001a']);

describe('a gutted list that still holds every party is refused', () => {
  it.each([
    ['beside the true one, every primary name but the sentinels’ an X', primaryGone, 'oneNameForMany'],
    ['beside the true one, vowels that could not be read', vowelsGone, 'brokenNames'],
    ['beside the true one, every further name an X', otherNamesGone, 'oneNameForMany'],
    ['beside the true one, further names moved to other parties', gutted('alt', rotated), 'factsLost'],
    ['beside the true one, one address left', oneAddress, 'hollow'],
    ['beside the true one, no person left', personsGone, 'hollow'],
    ['beside the true one, 1,100 further names cut off at the end of a row', namesCut, 'factsLost'],
  ])('%s', (_name, set, because) => {
    expect(verdict(set, july)).toMatch(new RegExp(`^${because}: `));
  });

  it.each([
    ['every primary name but the sentinels’ an X', primaryGone, 'oneNameForMany'],
    ['vowels that could not be read', vowelsGone, 'brokenNames'],
    ['every further name an X', otherNamesGone, 'oneNameForMany'],
    ['one address left', oneAddress, 'hollow'],
    ['no person left', personsGone, 'hollow'],
  ])('as the first that is ever published, too: %s', (_name, set, because) => {
    expect(verdict(set, null)).toMatch(new RegExp(`^${because}: `));
  });

  it('in bytes that are no UTF-8, with the line of the first', () => {
    const sdn = files.sdn.map((byte) => (byte === 0x45 ? 0xc9 : byte));
    expect(verdict({ ...files, sdn }, july)).toMatch(/^unreadable: sdn\.csv, row 1: expected UTF-8/);
  });

  it('with the names of the true one, and nothing wrong, it is accepted', () => {
    expect([verdict(files, july), verdict(files, null)]).toEqual(['accepted', 'accepted']);
  });
});
