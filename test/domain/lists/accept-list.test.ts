import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import {
  acceptList,
  type PublishedList,
  type ListGatePolicy,
  type ListInUse,
  type ListSummary,
} from '../../../domain/lists/accept-list.ts';
import { listDigest, setDigest, sha256 } from '../../../domain/lists/list-digest.ts';
import { missingSources } from '../../../domain/lists/missing-sources.ts';
import { readOfacSet } from '../../../domain/lists/read-ofac-set.ts';
import { shippedProviderPack } from '../policy/shipped-packs.ts';
import { openGate } from './open-gate.ts';
import { julySet, sdnRow, writtenSet } from './sample-lists.ts';

const shipped = shippedProviderPack().listGate;
const policy: ListGatePolicy = {
  ...openGate,
  minimumEntries: 100,
  largestLossShare: 0.05,
  largestGainShare: 0.13,
  lowestRemarksShare: 0.95,
};
const summary = (changes: Partial<ListSummary> = {}): ListSummary => ({
  list: 'ofac-sdn',
  digest: 'd',
  publishedOn: '2024-05-03',
  entries: 14_965,
  names: 30_000,
  ...changes,
});
const candidate = (changes: Partial<ListSummary> = {}, rest: Partial<PublishedList> = {}): PublishedList => ({
  summary: summary(changes),
  entries: [],
  remarks: null,
  absent: [],
  ...rest,
});
const because = (
  given: PublishedList,
  current: ListInUse | null = { summary: summary() },
  rules: ListGatePolicy = policy,
) => {
  const verdict = acceptList(current, given, rules);
  return verdict.verdict === 'refused' ? verdict.because : verdict.verdict;
};

describe('the gate in front of the list in use', () => {
  it('accepts a first list, a growing list and the same list again', () => {
    expect(because(candidate(), null)).toBe('accepted');
    expect(because(candidate({ entries: 15_518, publishedOn: '2024-05-06' }))).toBe('accepted');
    expect(because(candidate())).toBe('accepted');
  });

  it('refuses a list that lost more than the policy allows, to the party', () => {
    const thousand = { summary: summary({ entries: 1000 }) };
    expect(because(candidate({ entries: 950 }), thousand)).toBe('accepted');
    expect(because(candidate({ entries: 949 }), thousand)).toBe('shrunk');
  });

  it('refuses a list that grew more than the policy allows, to the party', () => {
    const thousand = { summary: summary({ entries: 1000 }) };
    expect(because(candidate({ entries: 1130 }), thousand)).toBe('accepted');
    expect(because(candidate({ entries: 1131 }), thousand)).toBe('grown');
  });

  it('counts who is gone, not how many are left, when it knows the parties in use', () => {
    const read = (first: number) => {
      const rows = Array.from({ length: 100 }, (_, index) => sdnRow(first + index, `PARTY ${index}`));
      const belongings = { alt: [`${first},1,"aka","X",-0- `], add: [`${first},1,-0- ,-0- ,-0- ,-0- `] };
      const set = writtenSet({ sdn: rows, ...belongings, sdnComments: [`${first},-0- `] });
      return readOfacSet(set, { publishedOn: null });
    };
    expect(because(read(1004), read(1000))).toBe('accepted');
    expect(because(read(1006), read(1000))).toBe('shrunk');
    expect(because(read(1006), { summary: read(1000).summary })).toBe('accepted');
  });

  it('refuses a list whose file of further names was cut short, though every party is there', () => {
    expect(because(candidate({ names: 28_500 }))).toBe('accepted');
    expect(because(candidate({ names: 28_499 }))).toBe('shrunk');
  });

  it('refuses an empty list and one below its floor even as the first', () => {
    expect(because(candidate({ entries: 0 }), null)).toBe('empty');
    expect(because(candidate({ entries: 99 }), null)).toBe('tooFew');
  });

  it('refuses a publication that came without one of its files', () => {
    expect(because(candidate({}, { absent: ['alt.csv'] }))).toBe('incomplete');
  });

  it('refuses an older publication and another list, and orders no days that nobody knows', () => {
    expect(because(candidate({ publishedOn: '2024-05-02' }))).toBe('olderThanCurrent');
    expect(because(candidate({ publishedOn: null }))).toBe('accepted');
    expect(because(candidate({ list: 'bis-dpl' }))).toBe('anotherList');
  });

  it('compares a day and a month by the month, whichever of them is in use', () => {
    const from = (publishedOn: string) => ({ summary: summary({ publishedOn }) });
    const verdict = (inUse: string, publishedOn: string) => because(candidate({ publishedOn }), from(inUse));
    expect(verdict('2025-08-12', '2025-08')).toBe('accepted');
    expect(verdict('2025-08', '2025-08-12')).toBe('accepted');
    expect(verdict('2025-08-12', '2025-07')).toBe('olderThanCurrent');
    expect(verdict('2025-08', '2025-07-31')).toBe('olderThanCurrent');
    expect(verdict('2025-08-12', '2025-09')).toBe('accepted');
  });

  it('refuses a list whose remarks are no longer understood', () => {
    const count = { segments: 1000, compared: 700, known: 249 };
    expect(because(candidate({}, { remarks: count }))).toBe('readsBadly');
    expect(because(candidate({}, { remarks: { ...count, known: 250 } }))).toBe('accepted');
  });

  it('refuses a list that misses any of its sentinels, and names those', () => {
    const july = readOfacSet(julySet(), { publishedOn: '2021-07' });
    expect(because(july, null, shipped.lists['ofac-sdn'])).toBe('accepted');
    const rules = { ...policy, sentinels: ['HIZBALLAH', 'NOBODY OF THIS NAME'] };
    expect(acceptList(null, july, rules)).toMatchObject({
      because: 'sentinelMissing',
      detail: 'not on it: NOBODY OF THIS NAME',
    });
  });

  it('counts a sentinel by its primary name alone: an alias may be anybody’s', () => {
    const alias = readOfacSet(
      writtenSet({ sdn: [sdnRow(36, 'SOMEBODY ELSE')], alt: ['36,12,"aka","HIZBALLAH",-0- '] }),
      { publishedOn: '2021-07' },
    );
    const rules = { ...openGate, sentinels: ['HIZBALLAH'] };
    expect(because(alias, null, rules)).toBe('sentinelMissing');
    const primary = readOfacSet(writtenSet({ sdn: [sdnRow(36, 'HIZBALLAH')] }), { publishedOn: '2021-07' });
    expect(because(primary, null, rules)).toBe('accepted');
  });
});

describe('the shipped policy for the SDN list', () => {
  const history = parse<Record<'date' | 'rows' | 'added' | 'removed' | 'changed', string>>(
    readFileSync(new URL('../../../data/lists/ofac-sdn-history/delta_stats.csv', import.meta.url)),
    { columns: true },
  );
  const verdicts = history.map(({ date, rows, added, removed }) => {
    const before = Number(rows) - Number(added) + Number(removed);
    const current = { summary: summary({ entries: before }) };
    return [
      date,
      because(candidate({ entries: Number(rows) }), current, { ...shipped.lists['ofac-sdn'], sentinels: [] }),
    ];
  });

  it('allows three times as many changed parties as any of them had', () => {
    const shares = history.slice(0, -1).map(({ rows, changed }) => Number(changed) / Number(rows));
    expect(Math.max(...shares) * 3).toBeCloseTo(shipped.lists['ofac-sdn'].largestChangedShare, 2);
  });

  it('would have accepted each of 307 publications, and refused the one of 4 May 2024 that held nothing', () => {
    expect(verdicts).toHaveLength(308);
    expect(verdicts.filter(([, verdict]) => verdict !== 'accepted')).toEqual([['2024-05-04', 'empty']]);
  });
});

describe('the Consolidated Screening List', () => {
  it('misses the SDN list when no source of it starts so, as has happened', () => {
    const sources = shipped.consolidatedSources.map((start) => ({
      source: `${start} - Some Department`,
      parties: 1,
      list: null,
      left: null,
    }));
    expect(missingSources(sources, shipped.consolidatedSources)).toEqual([]);
    const without = sources.filter(({ source }) => !source.includes('SDN'));
    expect(missingSources(without, shipped.consolidatedSources)).toEqual([
      'Specially Designated Nationals (SDN)',
    ]);
  });
});

describe('the digest of a list', () => {
  it('is the same for the same bytes and another for one changed byte in any file', () => {
    const files = writtenSet({});
    const digests = [
      files,
      { ...files, sdnComments: writtenSet({ sdnComments: ['36,"x"'] }).sdnComments },
      { ...files, add: files.alt },
    ].map((each) => listDigest(each));
    expect(listDigest(writtenSet({}))).toBe(digests[0]);
    expect(new Set(digests).size).toBe(3);
  });

  it('of a set of lists does not depend on their order', () => {
    const [one, other] = [
      { list: 'ofac-sdn', digest: 'a' },
      { list: 'bis-dpl', digest: 'b' },
    ];
    expect(setDigest([one, other])).toBe(setDigest([other, one]));
    expect(setDigest([one, other])).toBe(sha256('bis-dpl\0b\nofac-sdn\0a\n'));
  });
});
