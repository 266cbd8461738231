import { describe, expect, it } from 'vitest';
import { acceptList, type ListSummary } from '../../../domain/lists/accept-list.ts';
import { listDigest } from '../../../domain/lists/list-digest.ts';
import { writtenSet } from './sample-lists.ts';

const policy = { largestShrinkShare: 0.05 };
const summary = (changes: Partial<ListSummary> = {}): ListSummary => ({
  list: 'ofac-sdn',
  digest: 'd',
  publishedOn: '2024-05-03',
  entries: 14_965,
  names: 30_000,
  ...changes,
});
const because = (candidate: ListSummary, current: ListSummary | null = summary()) => {
  const verdict = acceptList(current, candidate, policy);
  return verdict.verdict === 'refused' ? verdict.because : verdict.verdict;
};

describe('the gate in front of the list in use', () => {
  it('accepts a first list, a growing list and the same list again', () => {
    expect(because(summary(), null)).toBe('accepted');
    expect(because(summary({ entries: 15_518, publishedOn: '2024-05-06' }))).toBe('accepted');
    expect(because(summary())).toBe('accepted');
  });

  it('accepts the largest true fall of the published history, 150 of 9,158 parties', () => {
    expect(because(summary({ entries: 9008 }), summary({ entries: 9158 }))).toBe('accepted');
  });

  it('refuses a list that lost more than the policy allows, to the party', () => {
    expect(because(summary({ entries: 950 }), summary({ entries: 1000 }))).toBe('accepted');
    expect(because(summary({ entries: 949 }), summary({ entries: 1000 }))).toBe('shrunk');
  });

  it('refuses a list whose file of further names was cut short, though every party is there', () => {
    expect(because(summary({ names: 28_500 }))).toBe('accepted');
    expect(because(summary({ names: 28_499 }))).toBe('shrunk');
  });

  it('refuses an empty list even as the first', () => {
    expect(because(summary({ entries: 0 }), null)).toBe('empty');
  });

  it('refuses an older publication and another list', () => {
    expect(because(summary({ publishedOn: '2024-05-02' }))).toBe('olderThanCurrent');
    expect(because(summary({ list: 'bis-dpl' }))).toBe('anotherList');
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
});
