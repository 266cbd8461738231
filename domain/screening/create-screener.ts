import { evidenceFor, mostEvidence } from './evidence.ts';
import { identifierKey } from './identifier-key.ts';
import { NameFinder } from './index/name-finder.ts';
import type { ScreeningIndex } from './index/open-index.ts';
import { bestPerParty, matchFrom, mostRoundedUp } from './matches.ts';
import { namesWithin } from './names-within.ts';
import { queryDigest } from './query-digest.ts';
import { QueryReader } from './query-words.ts';
import type { Match, NotScreenedReason, Screener, Screening, ScreeningQuery } from './screening.ts';

export interface ScreenerOptions {
  /** Score, 0 to 1, from which a party is a possible match. */
  readonly threshold: number;
}

export function createScreener(index: ScreeningIndex, { threshold }: ScreenerOptions): Screener {
  const reader = new QueryReader(index.weightOf);
  const names = new NameFinder(index);
  const { listDigest, matcherVersion } = index.about;
  const proof = { listDigest, indexDigest: index.digest, matcherVersion, threshold };

  const screen = (query: ScreeningQuery): Screening => {
    const proven = { ...proof, queryDigest: queryDigest(query) };
    if (index.about.entries === 0) return { outcome: 'notScreened', because: 'listUnusable', ...proven };
    const found = matchesByIdentifier(query);
    let because: NotScreenedReason | null = null;
    for (const name of namesOf(query)) {
      const { matches, unseen } = look(name, query);
      found.push(...matches);
      because ??= unseen;
    }
    if (found.length > 0) return { outcome: 'possibleMatch', ...proven, matches: bestPerParty(found) };
    if (because !== null) return { outcome: 'notScreened', because, ...proven };
    return { outcome: 'clear', ...proven };
  };

  const look = (name: string, query: ScreeningQuery): Look => {
    const read = reader.read(name);
    const matches = names
      .find(read, threshold - mostEvidence(query) - mostRoundedUp)
      .map(({ name: found, reasons }) => {
        const party = index.partyAt(index.entryOfName[found] ?? 0);
        const quality = index.isWeakName[found] === 1 ? 'weak' : 'strong';
        const all = [...reasons, ...evidenceFor(party, quality, query)];
        return matchFrom(party, index.nameAt(found), all);
      })
      .filter(({ score }) => score >= threshold);
    return { matches, unseen: read.unseen };
  };

  const matchesByIdentifier = (query: ScreeningQuery): Match[] =>
    (query.identifiers ?? []).flatMap((identifier) =>
      Array.from(index.entriesWithIdentifier(identifier.value)).flatMap((entry) => {
        const party = index.partyAt(entry);
        const kind = party.identifiers.find(
          (listed) =>
            (identifier.kind === undefined || listed.kind === identifier.kind) &&
            identifierKey(listed.value) === identifierKey(identifier.value),
        )?.kind;
        if (kind === undefined) return [];
        const name = index.nameAt(index.primaryNameOf(entry));
        return [matchFrom(party, name, [{ code: 'sameIdentifier', points: 1, detail: kind }])];
      }),
    );

  return { ...proof, screen };
}

/** Every name of the query, and the names within it. */
function namesOf({ name = '', otherNames = [] }: ScreeningQuery): readonly string[] {
  if (otherNames.length === 0) return namesWithin(name);
  return [name, ...otherNames.filter((other) => other.trim() !== '')].flatMap(namesWithin);
}

interface Look {
  readonly matches: readonly Match[];
  /** Why this name, or a part of it, was not compared. */
  readonly unseen: NotScreenedReason | null;
}
