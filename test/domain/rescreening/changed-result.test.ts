import { describe, expect, it } from 'vitest';
import type { PartyRecord } from '../../../domain/accounts/account-record.ts';
import {
  factsMissing,
  isChanged,
  needsKnownEntries,
  type KnownResult,
} from '../../../domain/rescreening/changed-result.ts';
import type { OwnerOutcome } from '../../../domain/rescreening/owner-result.ts';

const match = (entryId: string, score = 0.8) => ({
  list: 'ofac-sdn',
  entryId,
  name: 'N',
  score,
  reasons: [],
});
const like = (...entryIds: string[]): OwnerOutcome => ({
  outcome: 'possibleMatch',
  matches: entryIds.map((entryId) => match(entryId)),
});
const clear: OwnerOutcome = { outcome: 'clear' };
const knownClear: KnownResult = { outcome: 'clear', entries: [] };
const known = (...entries: string[]): KnownResult => ({
  outcome: 'possibleMatch',
  entries: entries.map((entryId) => `ofac-sdn/${entryId}`),
});
const none = new Set<string>();

describe('an account has to be decided again', () => {
  it.each<[string, KnownResult | null, OwnerOutcome, ReadonlySet<string>]>([
    ['when a party matches who matched nobody', knownClear, like('1'), none],
    ['when its match is gone', known('1'), clear, none],
    ['when it matches somebody else too', known('1'), like('1', '2'), none],
    ['when one of its matches is gone', known('1', '2'), like('2'), none],
    ['when the listed party says something else now', known('1'), like('1'), new Set(['ofac-sdn/1'])],
    ['when a list could be searched at last', { outcome: 'notScreened', entries: [] }, clear, none],
    ['when a match is found before its first decision', null, like('1'), none],
    [
      'when its facts can no longer be read',
      knownClear,
      { outcome: 'notScreened', because: factsMissing },
      none,
    ],
    [
      'when what people said of its match holds no more',
      { outcome: 'clear', entries: ['ofac-sdn/1'], hasLapsed: true },
      like('1'),
      none,
    ],
  ])('%s', (_when, before, found, touched) => {
    expect(isChanged(before, found, touched)).toBe(true);
  });
});

describe('an account stays as it was decided', () => {
  it.each<[string, KnownResult | null, OwnerOutcome]>([
    ['when nothing is different', knownClear, clear],
    ['when only a score moved', known('1'), { outcome: 'possibleMatch', matches: [match('1', 0.9)] }],
    [
      'when people have marked the same matches as false',
      { outcome: 'clear', entries: ['ofac-sdn/1'] },
      like('1'),
    ],
    ['when its first screening is on the way', null, clear],
    [
      'when what people said has run out of a party that matches nobody',
      { ...knownClear, hasLapsed: true },
      clear,
    ],
    [
      'when nobody could look the last time either, as its facts are gone',
      { outcome: 'notScreened', entries: [] },
      { outcome: 'notScreened', because: factsMissing },
    ],
  ])('%s', (_when, before, found) => {
    expect(isChanged(before, found, none)).toBe(false);
  });
});

describe('what was found then is read', () => {
  type Screened = NonNullable<PartyRecord['screening']>;
  const screened = (
    outcome: Screened['outcome'],
    dispositions?: string[],
  ): Pick<PartyRecord, 'screening'> => ({
    screening: {
      ...{ outcome, listDigest: 'l', matcherVersion: 'm', determination: 'd' },
      ...(dispositions ? { dispositions } : {}),
    },
  });

  it.each([
    ['a match is found', screened('clear'), like('1')],
    ['a match was found then', screened('possibleMatch'), clear],
    ['people had marked the matches of then as false', screened('clear', ['dsp_1']), clear],
    ['the match of then was noted beside no disposition in force', screened('clear', []), clear],
  ])('where %s', (_when, party, found) => {
    expect(needsKnownEntries(party, found)).toBe(true);
  });

  it('nowhere else: the record holds the outcome', () => {
    expect(needsKnownEntries(screened('clear'), clear)).toBe(false);
    expect(needsKnownEntries(screened('notScreened'), clear)).toBe(false);
    expect(needsKnownEntries({ screening: null }, like('1'))).toBe(false);
    const unnoted = { screening: { ...screened('clear').screening, dispositions: undefined } };
    expect(needsKnownEntries(unnoted as Pick<PartyRecord, 'screening'>, clear)).toBe(false);
  });
});
