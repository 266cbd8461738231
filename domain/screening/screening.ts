import type { EntryKind } from '../lists/list-entry.ts';

/** One reason for a score. Points are added up; a reason against the match has negative points. */
export interface Reason {
  readonly code: string;
  readonly points: number;
  /** The listed side and codes only: what the customer wrote does not go into records through here. */
  readonly detail: string;
}

export interface Match {
  readonly list: string;
  readonly entryId: string;
  /** The listed name that matched best. Public. */
  readonly name: string;
  /** 0 to 1, the sum of the reasons' points. */
  readonly score: number;
  /** Heaviest first. */
  readonly reasons: readonly Reason[];
}

/** Why nobody looked. None of these may ever be read as `clear`. */
export type NotScreenedReason =
  | 'nameMissing'
  | 'nameTooLong'
  | 'nothingToCompare'
  | 'unsupportedScript'
  | 'listUnavailable'
  | 'listUnusable';

/** What a result was found with: enough to find it again, to the byte. */
export interface ScreeningProof {
  /** Names the lists together. */
  readonly listDigest: string;
  /** SHA-256 of the compiled index. */
  readonly indexDigest: string;
  readonly matcherVersion: string;
  /** Score, 0 to 1, from which a party is a possible match. */
  readonly threshold: number;
  /** See `queryDigest`. */
  readonly queryDigest: string;
}

export interface Clear extends ScreeningProof {
  readonly outcome: 'clear';
}

export interface PossibleMatch extends ScreeningProof {
  readonly outcome: 'possibleMatch';
  /** Best first, one per listed party; never empty. */
  readonly matches: readonly Match[];
}

/** Nobody looked, and by what nobody looked: `null` where there was no list. */
export interface NotScreened extends Omit<ScreeningProof, 'listDigest' | 'indexDigest'> {
  readonly outcome: 'notScreened';
  readonly because: NotScreenedReason;
  readonly listDigest: string | null;
  readonly indexDigest: string | null;
}

export type Screening = Clear | PossibleMatch | NotScreened;

export interface QueryIdentifier {
  /** One of the list's identifier kinds, such as `passport` or `wallet`; without it every kind is compared. */
  readonly kind?: string | undefined;
  readonly value: string;
}

export interface ScreeningQuery {
  readonly name?: string | undefined;
  readonly otherNames?: readonly string[] | undefined;
  readonly kind?: EntryKind | undefined;
  /** YYYY-MM-DD, or YYYY-MM or YYYY where no more is known. */
  readonly birthDate?: string | undefined;
  /** ISO 3166-1 alpha-2 */
  readonly countries?: readonly string[] | undefined;
  readonly identifiers?: readonly QueryIdentifier[] | undefined;
  /** Goes into the digest of the query and into nothing else; see `queryDigest`. */
  readonly salt?: string | undefined;
}

/** The matcher behind one index. Replaying needs the same index, version and threshold. */
export interface Screener extends Omit<ScreeningProof, 'queryDigest'> {
  screen(query: ScreeningQuery): Screening;
}
