import { describe, expect, it } from 'vitest';
import { acceptList, type ListGatePolicy } from '../../../../domain/lists/accept-list.ts';
import type { ListEntry } from '../../../../domain/lists/list-entry.ts';
import { listed } from '../../screening/listed.ts';
import { openGate } from '../open-gate.ts';

const party = (entryId: number, changes: Partial<ListEntry> = {}): ListEntry =>
  listed(String(entryId), `PARTY ${entryId}`, {
    list: 'own',
    kind: entryId < 10 ? 'individual' : 'entity',
    birthDates: [{ text: '1961', from: '1961-01-01', to: '1961-12-31', isApproximate: false }],
    countries: ['RU'],
    identifiers: [{ kind: 'passport', value: `P${entryId}` }],
    ...changes,
  });
const hundred = Array.from({ length: 100 }, (_, index) => party(index));

const list = (entries: readonly ListEntry[]) => ({
  summary: { list: 'own', digest: 'd', publishedOn: null, entries: entries.length, names: entries.length },
  ...{ entries, remarks: null, absent: [] },
});

/** The verdict on a hundred parties of which the first so many became something else. */
function verdict(count: number, change: Partial<ListEntry>, limits: Partial<ListGatePolicy>) {
  const after = hundred.map((entry, index) => (index < count ? { ...entry, ...change } : entry));
  return acceptList(list(hundred), list(after), { ...openGate, ...limits });
}

const name = (text: string) => ({ names: [{ text, quality: 'strong', role: 'primary' }] as const });
const losses = openGate.largestFactLossShares;

describe('what a publication says of the parties that stay', () => {
  it.each([
    ['names', name('SOMEBODY ELSE')],
    ['countries', { countries: ['BY'] }],
    ['birthDates', { birthDates: [] }],
    ['identifiers', { identifiers: [] }],
  ])('may lose no more of their %s than policy allows, to the fact', (field, change) => {
    const limits = { largestFactLossShares: { ...losses, [field]: 0.05 } };
    expect(verdict(5, change, limits)).toEqual({ verdict: 'accepted' });
    expect(verdict(6, change, limits)).toEqual({
      verdict: 'refused',
      because: 'factsLost',
      detail: `6 of 100 ${field} are said of their parties no more, at most 5.0 % expected`,
    });
  });

  it('may change for no more parties than policy allows, though nothing is lost', () => {
    const weaker = { names: [{ text: 'PARTY 1', quality: 'weak', role: 'primary' }] as const };
    const limits = { largestChangedShare: 0.05 };
    expect(verdict(5, weaker, limits)).toEqual({ verdict: 'accepted' });
    expect(verdict(6, weaker, limits)).toMatchObject({
      because: 'rewritten',
      detail: '6 of 100 parties say something else now, at most 5.0 % expected',
    });
  });

  it('is the same when only the script of a name is told, which one form of a list has and another has not', () => {
    const scripts = {
      names: [{ text: 'PARTY 0', quality: 'strong', role: 'primary', script: 'Latn' }] as const,
    };
    expect(verdict(1, scripts, { largestChangedShare: 0 })).toEqual({ verdict: 'accepted' });
  });

  it('may lose no more of one kind than of all parties', () => {
    const limits = { largestLossShare: 0.2 };
    expect(verdict(2, { kind: 'entity' }, limits)).toEqual({ verdict: 'accepted' });
    expect(verdict(3, { kind: 'entity' }, limits)).toMatchObject({
      ...{ because: 'shrunk', detail: '10 parties of the kind individual became 7' },
    });
  });
});

describe('what any publication holds', () => {
  it.each([
    ['lowestNamesPerParty', { lowestNamesPerParty: 1.5 }, 'hollow'],
    ['lowestShares', { lowestShares: { ...openGate.lowestShares, birthDates: 0.95 } }, 'hollow'],
    ['lowestKindShares', { lowestKindShares: { ...openGate.lowestKindShares, vessel: 0.01 } }, 'hollow'],
  ])('is no less than %s', (_name, limits, because) => {
    expect(verdict(6, { birthDates: [] }, limits)).toMatchObject({ because });
  });

  it('is not one name for many parties, beyond a pair of namesakes', () => {
    const limits = { largestSameNameShare: 0.01 };
    expect(verdict(2, name('X'), limits)).toEqual({ verdict: 'accepted' });
    expect(verdict(3, name('X'), limits)).toMatchObject({
      ...{ because: 'oneNameForMany', detail: '3 of 100 parties share the name "X"' },
    });
  });

  it('is no name that is longer than any query', () => {
    expect(verdict(1, name('X'.repeat(1_000)), {})).toEqual({ verdict: 'accepted' });
    expect(verdict(1, name('X'.repeat(1_001)), {})).toMatchObject({
      because: 'nameTooLong',
      detail: `1 parties with a name of more than 1000 characters, the first is 0 ("${'X'.repeat(60)}")`,
    });
  });

  it.each(['M\uFFFDLLER', 'MULLER\0'])('is no name with a letter that stands for nothing: %j', (text) => {
    expect(verdict(1, name(text), {})).toMatchObject({
      ...{ because: 'brokenNames', detail: '1 parties with U+FFFD or NUL in a name, the first is 0' },
    });
  });
});
