import { describe, expect, it } from 'vitest';
import type { Match, Screener } from '../../../domain/screening/screening.ts';
import { compiledScreener } from '../../support/compiled-screener.ts';
import { hardNames } from './hard-names.ts';
import { listed, strong } from './listed.ts';

const seed = 37;
/** Parties of several names, many of which score alike. */
const entries = Array.from({ length: 80 }, (_, place) =>
  listed(String(place), '', { names: hardNames(seed + place, 4).map(strong) }),
);
const queries = hardNames(seed - 1, 60);
const screenerOf = (among: typeof entries, threshold: number) =>
  compiledScreener(among, 'digest', { threshold });

function matchesOf(screener: Screener, name: string): readonly Match[] {
  const screening = screener.screen({ name });
  return screening.outcome === 'possibleMatch' ? screening.matches : [];
}

describe('a listed party has the same match, name and reasons included', () => {
  it('whatever else is listed, and whatever stands before it', () => {
    const all = screenerOf(entries, 0.6);
    const some = screenerOf(entries.filter((_, place) => place % 3 === 0).toReversed(), 0.6);
    for (const name of queries) {
      const ofSome = matchesOf(all, name).filter(({ entryId }) => Number(entryId) % 3 === 0);
      expect(matchesOf(some, name), name).toEqual(ofSome);
    }
  });

  it('at every threshold that it reaches', () => {
    const low = screenerOf(entries, 0.5);
    for (const threshold of [0.6, 0.7123, 0.85]) {
      const high = screenerOf(entries, threshold);
      for (const name of queries) {
        const reaching = matchesOf(low, name).filter(({ score }) => score >= threshold);
        expect(matchesOf(high, name), `${name} at ${threshold}`).toEqual(reaching);
      }
    }
  });

  it('at the very threshold that is its own score', () => {
    const low = screenerOf(entries.slice(0, 20), 0.5);
    for (const name of queries.slice(0, 12)) {
      for (const match of matchesOf(low, name).slice(0, 3)) {
        expect(matchesOf(screenerOf(entries.slice(0, 20), match.score), name), name).toContainEqual(match);
      }
    }
  });

  it('by the name that stands first of those that score alike', () => {
    const party = listed('1', '', { names: ['Petrovb Ivanov', 'Petrovc Ivanov'].map(strong) });
    for (const before of ['Petrovb Kim', 'Petrovc Kim']) {
      const [match] = matchesOf(screenerOf([listed('0', before), party], 0.6), 'Petrova Ivanov');
      expect(match?.name, before).toBe('Petrovb Ivanov');
    }
  });
});
