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

export type Screening =
  | { readonly outcome: 'clear'; readonly listDigest: string; readonly matcherVersion: string }
  | {
      readonly outcome: 'possibleMatch';
      readonly listDigest: string;
      readonly matcherVersion: string;
      /** Best first, one per listed party; never empty. */
      readonly matches: readonly Match[];
    }
  | {
      readonly outcome: 'notScreened';
      readonly because: NotScreenedReason;
      /** `null` when there was no list to screen against. */
      readonly listDigest: string | null;
      readonly matcherVersion: string;
    };

export interface QueryIdentifier {
  /** One of the list's identifier kinds, such as `passport` or `wallet`; without it every kind is compared. */
  readonly kind?: string | undefined;
  readonly value: string;
}

export interface ScreeningQuery {
  readonly name?: string | undefined;
  readonly otherNames?: readonly string[] | undefined;
  readonly kind?: EntryKind | undefined;
  /** YYYY-MM-DD */
  readonly birthDate?: string | undefined;
  /** ISO 3166-1 alpha-2 */
  readonly countries?: readonly string[] | undefined;
  readonly identifiers?: readonly QueryIdentifier[] | undefined;
}

/** The matcher behind one list. Replaying needs the same digest and the same version. */
export interface Screener {
  readonly listDigest: string;
  readonly matcherVersion: string;
  screen(query: ScreeningQuery): Screening;
}
