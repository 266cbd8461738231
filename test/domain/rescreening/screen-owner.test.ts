import { describe, expect, it } from 'vitest';
import type { OwnerOutcome } from '../../../domain/rescreening/owner-result.ts';
import { needsFullIndex, screenOwner } from '../../../domain/rescreening/screen-owner.ts';
import type { Match, Screener, Screening } from '../../../domain/screening/screening.ts';
import { basis } from './rescreening-samples.ts';

const match = (entryId: string, score = 0.8): Match => ({
  ...{ list: 'ofac-sdn', entryId, name: `LISTED ${entryId}`, score, reasons: [] },
});
const proof = { ...basis, queryDigest: 'q' };
const clear: Screening = { outcome: 'clear', ...proof };
const unread: Screening = { outcome: 'notScreened', because: 'unsupportedScript', ...proof };
const possible = (...matches: Match[]): Screening => ({ outcome: 'possibleMatch', ...proof, matches });

/** An index that gives one answer. */
const answers = (screening: Screening): Pick<Screener, 'screen'> => ({ screen: () => screening });
/** An index that must not be asked. */
const closed: Pick<Screener, 'screen'> = {
  screen: () => {
    throw new Error('this index was not to be searched');
  },
};
const none = new Set<string>();
const query = { name: 'Mira Testperson' };

describe('an owner of whom nothing is known', () => {
  it.each([clear, unread, possible(match('1'))])('is told what everything listed says: %j', (found) => {
    const { outcome } = screenOwner(query, null, { full: answers(found), delta: closed, touched: none });
    expect(outcome).toBe(found.outcome);
    expect(needsFullIndex(null)).toBe(true);
  });

  it('keeps why nobody looked, and who matched', () => {
    const of = (found: Screening) =>
      screenOwner(query, null, { full: answers(found), delta: null, touched: none });
    expect(of(unread)).toEqual({ outcome: 'notScreened', because: 'unsupportedScript' });
    expect(of(possible(match('1')))).toEqual({ outcome: 'possibleMatch', matches: [match('1')] });
  });
});

describe('an owner with a result of the run before', () => {
  const matched: OwnerOutcome = { outcome: 'possibleMatch', matches: [match('1', 0.9), match('2')] };
  const notLooked: OwnerOutcome = { outcome: 'notScreened', because: 'unsupportedScript' };

  it('keeps it where nothing changed, without a look at everything listed', () => {
    const unchanged = { full: closed, delta: null, touched: none };
    for (const prior of [{ outcome: 'clear' } as const, notLooked, matched])
      expect(screenOwner(query, prior, unchanged)).toEqual(prior);
  });

  it('keeps that nobody could look where what changed finds nobody: only a match brings a second look', () => {
    const changed = { full: closed, delta: answers(clear), touched: new Set(['ofac-sdn/9']) };
    expect(screenOwner(query, notLooked, changed)).toEqual(notLooked);
    expect([notLooked, { outcome: 'clear' } as const, matched].map(needsFullIndex)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('matches whoever is new, beside those that stay, best first', () => {
    const changed = { full: closed, delta: answers(possible(match('3', 0.85))), touched: none };
    expect(screenOwner(query, matched, changed).matches).toEqual([
      match('1', 0.9),
      match('3', 0.85),
      match('2'),
    ]);
    expect(screenOwner(query, { outcome: 'clear' }, changed)).toEqual({
      ...{ outcome: 'possibleMatch', matches: [match('3', 0.85)] },
    });
  });

  it('loses the match that is gone, and keeps the other', () => {
    const changed = { full: closed, delta: null, touched: new Set(['ofac-sdn/1']) };
    expect(screenOwner(query, matched, changed).matches).toEqual([match('2')]);
  });

  it('is looked for among everything listed once its last match is gone', () => {
    const gone = {
      full: answers(unread),
      delta: answers(clear),
      touched: new Set(['ofac-sdn/1', 'ofac-sdn/2']),
    };
    expect(screenOwner(query, matched, gone)).toEqual(notLooked);
  });
});
