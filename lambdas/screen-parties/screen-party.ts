import type { PartyReader } from '../../adapters/records/party-store.ts';
import type { AccountRecord, PartyRecord } from '../../domain/accounts/account-record.ts';
import { screeningQuery } from '../../domain/accounts/screening-query.ts';
import type { AppliedDispositions } from '../../domain/dispositions/apply-dispositions.ts';
import { disposedScreening, type DisposedScreening } from '../../domain/dispositions/disposed-screening.ts';
import { judgedEntry, type JudgedEntry } from '../../domain/dispositions/judged-entry.ts';
import type { Match, Screening } from '../../domain/screening/screening.ts';
import {
  applyKnownDispositions,
  dispositionsInForce,
  type DispositionSources,
} from '../runtime/known-dispositions.ts';
import type { AvailableScreener, ListScreener } from './current-screener.ts';

export interface ScreenDependencies extends DispositionSources {
  readonly parties: PartyReader;
}

export interface PartyScreening {
  readonly party: PartyRecord;
  /** As the matcher gave it. */
  readonly screening: Screening;
  /** What it comes to with the dispositions of people. */
  readonly disposed: DisposedScreening;
  /** Ids of the lists in question, in order: a match on one says nothing about another. */
  readonly matchedLists: readonly string[];
  /** The dispositions in force; null where the lists hold nobody like the party, so that none could bear on it. */
  readonly inForce: readonly string[] | null;
  /** The listed parties in question, for whoever marks a match as false. */
  readonly entries: readonly (JudgedEntry & Pick<Match, 'list' | 'entryId'>)[];
}

// A determination is one item of at most 400 KB. An entry takes some 1 KB of it, and with many names 4 KB.
const entriesOfAll = 100;
const entriesAtLeast = 2;

/**
 * Screens one party in its present version and takes away what people have marked as false.
 * @param parties how many share the determination
 */
export async function screenParty(
  deps: ScreenDependencies,
  account: AccountRecord,
  party: PartyRecord,
  screener: AvailableScreener,
  parties: number,
): Promise<PartyScreening> {
  if ('unavailable' in screener) return withoutMatches(party, notScreened(screener.unavailable));
  const of = { accountId: account.id, partyId: party.id };
  const query = screeningQuery(await deps.parties.load({ ...of, sequence: party.sequence }));
  const screening = screener.screen(query);
  if (screening.outcome !== 'possibleMatch') return withoutMatches(party, screening);
  const entry = (match: Pick<Match, 'list' | 'entryId'>) => judgedEntry(screener.entry(match));
  const entryOf = ({ list, entryId }: Match) => ({ list, entryId, ...entry({ list, entryId }) });
  const facts = { query, entry };
  const { applied, inForce } = await applyKnownDispositions(deps, of, screening.matches, facts);
  const disposed = disposedScreening(screening, applied);
  const most = Math.max(entriesAtLeast, Math.floor(entriesOfAll / parties));
  const matchedLists = [...new Set(applied.matches.map(({ list }) => list))].sort();
  const entries = entriesOf(applied, most).map(entryOf);
  return { party, screening, disposed, matchedLists, inForce, entries };
}

/** Those still in question are counted by themselves: one that people have answered takes no place from them. */
function entriesOf({ matches, suppressed }: AppliedDispositions, most: number): readonly Match[] {
  return [...matches.slice(0, most), ...suppressed.slice(0, most).map(({ match }) => match)];
}

function withoutMatches(party: PartyRecord, screening: Screening): PartyScreening {
  const disposed = disposedScreening(screening, { matches: [], suppressed: [], returned: [] });
  return { party, screening, disposed, matchedLists: [], inForce: null, entries: [] };
}

const noMatcher = { matcherVersion: 'none', threshold: 0, queryDigest: 'none' };

function notScreened(
  because: Extract<AvailableScreener, { unavailable: unknown }>['unavailable'],
): Screening {
  return { outcome: 'notScreened', because, listDigest: null, indexDigest: null, ...noMatcher };
}

/** Whether the party was not yet screened in this version, on this basis and under these dispositions. */
export async function isDue(
  deps: ScreenDependencies,
  account: AccountRecord,
  { id, screening }: PartyRecord,
  screener: AvailableScreener,
): Promise<boolean> {
  if (!screening || screening.outcome === 'notScreened') return true;
  if ('unavailable' in screener) return false;
  if (isOutdated(screening, screener)) return true;
  if (!screening.dispositions) return false;
  const inForce = await dispositionsInForce(deps, { accountId: account.id, partyId: id });
  return inForce.join() !== screening.dispositions.join();
}

const basis = ['listDigest', 'indexDigest', 'matcherVersion', 'threshold'] as const;

function isOutdated(screening: NonNullable<PartyRecord['screening']>, screener: ListScreener): boolean {
  return basis.some((member) => screening[member] !== screener[member]);
}
