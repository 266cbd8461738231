import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareEntries, touchedEntries } from '../../../domain/lists/compare-entries.ts';
import type { ListEntry } from '../../../domain/lists/list-entry.ts';
import { ofacFileNames, ofacFiles, type OfacFiles } from '../../../domain/lists/ofac-files.ts';
import { readOfacSet } from '../../../domain/lists/read-ofac-set.ts';
import { needsFullIndex, screenOwner } from '../../../domain/rescreening/screen-owner.ts';
import type { ScreeningQuery } from '../../../domain/screening/screening.ts';
import { compiledScreener } from '../../support/compiled-screener.ts';
import { listed } from '../screening/listed.ts';
import { shippedThreshold } from '../../support/shipped-threshold.ts';

const nothing = { delta: null, touched: new Set<string>() };

/** What a run from `before` to `after` makes of a query, and what a full run makes of it. */
function runsBetween(before: readonly ListEntry[], after: readonly ListEntry[]) {
  const screener = (entries: readonly ListEntry[]) =>
    compiledScreener(entries, 'a'.repeat(64), { threshold: shippedThreshold });
  const [first, full] = [screener(before), screener(after)];
  const { present, keys } = touchedEntries(before, after);
  const delta = present.length > 0 ? screener(present) : null;
  const touched = new Set(keys);
  return (query: ScreeningQuery) => {
    const prior = screenOwner(query, null, { ...nothing, full: first });
    const byDelta = screenOwner(query, prior, { full, delta, touched });
    return { prior, byDelta, byFull: screenOwner(query, null, { ...nothing, full }) };
  };
}

const folder = (name: string) => new URL(`../../../data/lists/${name}/`, import.meta.url);
const read = (file: string, from: URL) => gunzipSync(readFileSync(new URL(`${file}.gz`, from)));

function publications(): readonly [readonly ListEntry[], readonly ListEntry[]] {
  const files = Object.fromEntries(
    ofacFileNames.map((name) => [name, read(ofacFiles[name].file, folder('ofac-2021-07'))]),
  ) as unknown as OfacFiles;
  const later = { ...files, sdn: read(ofacFiles.sdn.file, folder('ofac-2021-08-18')) };
  const july = readOfacSet(files, { publishedOn: '2021-07' }).entries;
  return [july, readOfacSet(later, { publishedOn: '2021-08-18', carried: { alt: '2021-07' } }).entries];
}

describe('a run over what changed', () => {
  it('gives what a full run gives, row for row, between two publications of OFAC', () => {
    const [july, august] = publications();
    const screen = runsBetween(july, august);
    const { removed } = compareEntries(july, august);
    expect(removed).toHaveLength(3);
    const { present } = touchedEntries(july, august);
    const names = [...present.slice(0, 60), ...removed, ...july.slice(0, 200)].map(
      ({ names: [name] }) => name?.text ?? '',
    );
    const outcomes = new Set<string>();
    for (const name of [...names, 'Vroni Quastenhuber', '', '李']) {
      const { prior, byDelta, byFull } = screen({ name });
      expect(byDelta).toEqual(byFull);
      outcomes.add(`${prior.outcome} to ${byFull.outcome}`);
    }
    expect(outcomes).toContain('clear to possibleMatch');
    expect(outcomes).toContain('possibleMatch to clear');
  });

  const seed = 20_260_302;

  it(`does so for any two versions of a small list (seed ${seed})`, () => {
    const word = fc.constantFrom(
      'ivan',
      'petrov',
      'bank',
      'orient',
      'trading',
      'maria',
      'lopez',
      '7',
      'fund',
    );
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const list = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), name), { minLength: 1, maxLength: 6 });
    const property = fc.property(list, list, name, (before, after, asked) => {
      const { byDelta, byFull } = runsBetween(entriesOf(before), entriesOf(after))({ name: asked });
      expect(byDelta).toEqual(byFull);
    });
    fc.assert(property, { seed, numRuns: 15 });
  });

  it('needs the full index only where it could change an answer by more than the delta', () => {
    expect([null, { outcome: 'possibleMatch' as const }].map(needsFullIndex)).toEqual([true, true]);
    expect(needsFullIndex({ outcome: 'clear' })).toBe(false);
  });
});

function entriesOf(rows: readonly (readonly [number, string])[]): ListEntry[] {
  return [...new Map(rows)].map(([id, text]) => listed(String(id), text));
}
