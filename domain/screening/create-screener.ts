import type { ListedName, ListEntry } from '../lists/list-entry.ts';
import { evidenceFor } from './evidence.ts';
import { IdentifierIndex } from './identifier-index.ts';
import { bestPerParty, matchFrom } from './matches.ts';
import { NameMatcher } from './name-matcher.ts';
import { nameWordsOf } from './names/normalised-name.ts';
import { normaliseName } from './names/normalise-name.ts';
import type { Match, NotScreenedReason, Screener, Screening, ScreeningQuery } from './screening.ts';

export interface ScreenerOptions {
  /** Score, 0 to 1, from which a party is a possible match. */
  readonly threshold: number;
}

/** Changes with anything that could change an answer: the code of the matcher by hand, its settings by themselves. */
const matcher = 'words-1';

/** Longer names are refused at the edge; one that comes this far is not cut and then called clear. */
const longestName = 400;

/** A single letter or digit is like too many names to be like any. */
const fewestCharacters = 2;

export function createScreener(
  entries: readonly ListEntry[],
  listDigest: string,
  options: ScreenerOptions,
): Screener {
  const names = new NameMatcher(entries);
  const identifiers = new IdentifierIndex(entries);
  const matcherVersion = `${matcher};threshold=${options.threshold}`;

  const screen = (query: ScreeningQuery): Screening => {
    if (entries.length === 0)
      return { outcome: 'notScreened', because: 'listUnusable', listDigest, matcherVersion };
    const otherNames = (query.otherNames ?? []).filter((name) => name.trim() !== '');
    const looks = [query.name ?? '', ...otherNames].map((name) => look(name, query));
    const matches = bestPerParty([
      ...matchesByIdentifier(query),
      ...looks.flatMap(({ matches: found }) => found),
    ]);
    if (matches.length > 0) return { outcome: 'possibleMatch', listDigest, matcherVersion, matches };
    const because = looks.find(({ unseen }) => unseen !== null)?.unseen ?? null;
    if (because !== null) return { outcome: 'notScreened', because, listDigest, matcherVersion };
    return { outcome: 'clear', listDigest, matcherVersion };
  };

  const look = (name: string, query: ScreeningQuery): Look => {
    if (name.trim() === '') return { matches: [], unseen: 'nameMissing' };
    if (name.length > longestName) return { matches: [], unseen: 'nameTooLong' };
    const normalised = normaliseName(name);
    const words = nameWordsOf(normalised);
    const unseen = normalised.hasUnreadScript ? 'unsupportedScript' : null;
    if (words.join('').length < fewestCharacters)
      return { matches: [], unseen: unseen ?? 'nothingToCompare' };
    const matches = names
      .find(words)
      .map((hit) =>
        matchFrom(hit.entry, hit.name, [...hit.reasons, ...evidenceFor(hit.entry, hit.name, query)]),
      )
      .filter(({ score }) => score >= options.threshold);
    return { matches, unseen };
  };

  const matchesByIdentifier = (query: ScreeningQuery): Match[] =>
    (query.identifiers ?? [])
      .flatMap((identifier) => identifiers.find(identifier))
      .map(({ entry, kind }) =>
        matchFrom(entry, primaryName(entry), [{ code: 'sameIdentifier', points: 1, detail: kind }]),
      );

  return { listDigest, matcherVersion, screen };
}

interface Look {
  readonly matches: readonly Match[];
  /** Why this name, or a part of it, was not compared. */
  readonly unseen: NotScreenedReason | null;
}

function primaryName({ entryId, names: [primary] }: ListEntry): ListedName {
  return primary ?? { text: entryId, quality: 'strong', role: 'primary' };
}
