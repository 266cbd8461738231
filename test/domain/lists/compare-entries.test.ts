import { describe, expect, it } from 'vitest';
import { compareEntries, touchedEntries } from '../../../domain/lists/compare-entries.ts';
import { entryDigest } from '../../../domain/lists/entry-digest.ts';
import type { ListEntry } from '../../../domain/lists/list-entry.ts';
import { readOfacSet } from '../../../domain/lists/read-ofac-set.ts';
import { sdnRow, shippedFile, writtenSet } from './sample-lists.ts';

const nothing = new Uint8Array();
const days = ['19', '23', '25', '26'];
const publications = days.map((day) => {
  const sdn = shippedFile(`ofac-sdn-history/sdn.2024-04-${day}.csv.gz`);
  const absent = ['alt', 'add', 'sdnComments'] as const;
  const files = { sdn, alt: nothing, add: nothing, sdnComments: nothing };
  return readOfacSet(files, { publishedOn: `2024-04-${day}`, absent }).entries;
});
const entryOf = (remarks: string): ListEntry => {
  const [entry] = readOfacSet(writtenSet({ sdn: [sdnRow(36, 'X', { remarks: `"${remarks}"` })] }), {
    publishedOn: null,
  }).entries;
  if (entry === undefined) throw new Error('no entry');
  return entry;
};

describe('the delta of four consecutive publications of April 2024', () => {
  const delta = (place: number) => compareEntries(publications[place] ?? [], publications[place + 1] ?? []);
  const counts = (place: number) => {
    const { added, removed, changed } = delta(place);
    return [added.length, removed.length, changed.length];
  };

  it('has the rows that a count over the raw files has, less those that changed in no screened field', () => {
    // delta_stats.csv: +11 −0 ~4, +29 −0 ~1, +0 −2 ~0.
    expect([counts(0), counts(1), counts(2)]).toEqual([
      [11, 0, 1],
      [29, 0, 1],
      [0, 2, 0],
    ]);
  });

  it('names the fields in which an entry changed', () => {
    expect(delta(1).changed.map(({ after, fields }) => [after.entryId, fields])).toEqual([
      ['13109', ['identifiers']],
    ]);
  });

  it('leads from one publication to the next when it is applied', () => {
    const [before = [], after = []] = publications;
    const { added, removed, changed } = compareEntries(before, after);
    const gone = new Set(removed.map(({ entryId }) => entryId));
    const newer = new Map(changed.map((change) => [change.after.entryId, change.after]));
    const applied = [...before.filter(({ entryId }) => !gone.has(entryId)), ...added].map(
      (entry) => newer.get(entry.entryId) ?? entry,
    );
    const digests = (entries: readonly ListEntry[]) =>
      entries.map((entry) => entry.entryId + entryDigest(entry)).sort();
    expect(digests(applied)).toEqual(digests(after));
  });
});

describe('the entries that a new version touches', () => {
  const one = entryOf("a.k.a. 'B'");
  const entry = (entryId: string, countries: string[] = []): ListEntry => ({ ...one, entryId, countries });

  it('are those to compare everybody with, in the order of the lists, and the keys of these and of those gone', () => {
    const before = [entry('1'), entry('2'), entry('3'), entry('4')];
    const after = [entry('4', ['RU']), entry('5'), entry('3'), entry('1', ['SY'])];
    const { present, keys } = touchedEntries(before, after);
    expect(present).toEqual([entry('4', ['RU']), entry('5'), entry('1', ['SY'])]);
    expect(keys).toEqual(['4', '5', '1', '2'].map((entryId) => `ofac-sdn/${entryId}`));
  });

  it('are none between a version and itself', () => {
    expect(touchedEntries([entry('1')], [entry('1')])).toEqual({ present: [], keys: [] });
  });
});

describe('the digest of an entry', () => {
  it('does not depend on the order in which names and numbers are written', () => {
    const [one, other] = ["a.k.a. 'B'; a.k.a. 'C'", "a.k.a. 'C'; a.k.a. 'B'"];
    expect(entryDigest(entryOf(one))).toBe(entryDigest(entryOf(other)));
  });

  it.each([
    ["a.k.a. 'B'", "f.k.a. 'B'"],
    ['DOB 1961', 'DOB circa 1961'],
    ['POB Moscow, Russia', 'POB Minsk, Belarus'],
    ['Passport 4005504207 (Russia)', 'Passport 4005504207 (Belarus)'],
  ])('differs between %s and %s', (one, other) => {
    expect(entryDigest(entryOf(one))).not.toBe(entryDigest(entryOf(other)));
  });

  it('is the same when only prose, programmes, places in the file or ties changed', () => {
    const entry = entryOf("a.k.a. 'B'");
    const later: ListEntry = {
      ...entry,
      remarks: 'other prose',
      programmes: ['SDGT'],
      sources: [{ file: 'sdn.csv', row: 9 }],
      relationships: [{ kind: 'Linked To', name: 'Y' }],
    };
    expect(entryDigest(later)).toBe(entryDigest(entry));
  });
});
