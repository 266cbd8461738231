import { describe, expect, it } from 'vitest';
import { changeBetween, sideOf } from '../../../../domain/screening/rows/backtest-row.ts';
import type { ResultRow } from '../../../../domain/screening/rows/result-row.ts';
import { shippedThreshold } from '../../../support/shipped-threshold.ts';

const digest = '0'.repeat(64);
const proof = {
  listDigest: digest,
  indexDigest: digest,
  matcherVersion: 'words-2',
  threshold: shippedThreshold,
  queryDigest: digest,
};
const clear: ResultRow = { id: 1, outcome: 'clear', matches: [], ...proof };
const notScreened: ResultRow = {
  id: 1,
  outcome: 'notScreened',
  because: 'nothingToCompare',
  matches: [],
  ...proof,
};
const refused: ResultRow = { line: 1, outcome: 'refused', because: 'the line must be JSON' };
const found = (score: number, ...entries: string[]): ResultRow => ({
  id: 1,
  outcome: 'possibleMatch',
  matches: entries.map((entryId) => ({
    ...{ list: 'ofac-sdn', entryId, name: 'A', score, ofacScore: 90, reasons: [] },
  })),
  ...proof,
});

describe('a change between two answers', () => {
  it.each([
    ['new', clear, found(0.8, '1')],
    ['new', notScreened, found(0.8, '1')],
    ['gone', found(0.8, '1'), clear],
    ['gone', found(0.8, '1'), notScreened],
    ['changed', found(0.8, '1'), found(0.8, '2')],
    ['changed', found(0.8, '1'), found(0.8, '1', '2')],
    ['changed', clear, notScreened],
    ['changed', refused, clear],
    ['rescored', found(0.8, '1'), found(0.9, '1')],
    ['same', found(0.8, '1'), found(0.8, '1')],
    ['same', clear, clear],
    ['same', notScreened, notScreened],
  ])('is %s', (change, before, after) => {
    expect(changeBetween(before, after)).toBe(change);
  });

  it('is shown by its outcome and its parties, and by why nobody looked', () => {
    expect(sideOf(found(0.8, '1'))).toEqual({
      outcome: 'possibleMatch',
      matches: [{ list: 'ofac-sdn', entryId: '1', name: 'A', score: 0.8 }],
    });
    expect(sideOf(notScreened)).toEqual({ outcome: 'notScreened', because: 'nothingToCompare', matches: [] });
  });
});
