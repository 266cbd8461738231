import type { Match, ScreeningQuery } from '../screening/screening.ts';
import { isExpired } from './disposition-period.ts';
import type { DispositionState } from './disposition-transitions.ts';
import { entryChanges, type EntryChange, type JudgedEntry } from './judged-entry.ts';
import { queryChanges, type QueryField } from './judged-query.ts';

/** A disposition as the screening needs it: the record, with the judged data unsealed. */
export interface KnownDisposition {
  readonly id: string;
  readonly list: string;
  readonly entryId: string;
  readonly state: DispositionState;
  /** The last day on which it holds. */
  readonly until: string;
  readonly query: ScreeningQuery;
  readonly entry: JudgedEntry;
}

/** What both sides of a match are now. */
export interface PresentFacts {
  readonly query: ScreeningQuery;
  readonly entry: (match: Pick<Match, 'list' | 'entryId'>) => JudgedEntry;
}

export type ReturnReason = 'released' | 'dataChanged' | 'entryChanged' | 'expired';

export interface SuppressedMatch {
  readonly match: Match;
  readonly disposition: string;
}

export interface ReturnedMatch extends SuppressedMatch {
  readonly because: ReturnReason;
  readonly difference: Difference;
}

/** What is no longer as it was judged. Of the party the names of fields only; a list is public. */
export interface Difference {
  readonly data: readonly QueryField[];
  readonly entry: readonly EntryChange[];
}

export interface AppliedDispositions {
  /** What people still have to look at, in the order it came; those that returned are among them. */
  readonly matches: readonly Match[];
  readonly suppressed: readonly SuppressedMatch[];
  readonly returned: readonly ReturnedMatch[];
}

/**
 * Takes away the matches that two people have marked as false, as long as both sides are what they judged. Whoever
 * shows or stores only so many matches cuts what this leaves, so that a suppressed match never takes another's place.
 */
export function applyDispositions(
  matches: readonly Match[],
  dispositions: readonly KnownDisposition[],
  facts: PresentFacts,
  now: Date,
): AppliedDispositions {
  const known = Map.groupBy(dispositions.filter(tookEffect), matchKey);
  const left: Match[] = [];
  const suppressed: SuppressedMatch[] = [];
  const returned: ReturnedMatch[] = [];
  for (const match of matches) {
    const verdict = judge(match, known.get(matchKey(match)) ?? [], facts, now);
    if (verdict.outcome === 'suppressed') {
      suppressed.push({ match, disposition: verdict.disposition });
      continue;
    }
    left.push(match);
    if (verdict.outcome === 'returned') returned.push(verdict.returned);
  }
  return { matches: left, suppressed, returned };
}

type Judgement =
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'suppressed'; readonly disposition: string }
  | { readonly outcome: 'returned'; readonly returned: ReturnedMatch };

/** One disposition that holds is enough; where none does, the newest says why the match is back. */
function judge(
  match: Match,
  dispositions: readonly KnownDisposition[],
  facts: PresentFacts,
  now: Date,
): Judgement {
  const judged = dispositions.map((disposition) => {
    const entry = entryChanges(disposition.entry, facts.entry(match));
    const difference = { data: queryChanges(disposition.query, facts.query), entry };
    return { disposition: disposition.id, difference, because: whyBack(disposition, difference, now) };
  });
  const holding = judged.findLast(({ because }) => because === null);
  if (holding) return { outcome: 'suppressed', disposition: holding.disposition };
  const newest = judged.at(-1);
  if (!newest?.because) return { outcome: 'unknown' };
  return { outcome: 'returned', returned: { ...newest, match, because: newest.because } };
}

function whyBack(
  { state, until }: KnownDisposition,
  { data, entry }: Difference,
  now: Date,
): ReturnReason | null {
  if (state === 'released') return 'released';
  if (data.length > 0) return 'dataChanged';
  if (entry.length > 0) return 'entryChanged';
  return isExpired(until, now) ? 'expired' : null;
}

/** Whether two people ever agreed on it. What one proposes for release holds until the second agrees. */
export function tookEffect({ state }: Pick<KnownDisposition, 'state'>): boolean {
  switch (state) {
    case 'confirmed':
    case 'releaseProposed':
    case 'released':
      return true;
    case 'proposed':
    case 'rejected':
      return false;
  }
}

/** Whether it keeps a match away today, as far as it alone can tell. */
export function isInForce(disposition: Pick<KnownDisposition, 'state' | 'until'>, now: Date): boolean {
  return tookEffect(disposition) && disposition.state !== 'released' && !isExpired(disposition.until, now);
}

const matchKey = ({ list, entryId }: Pick<Match, 'list' | 'entryId'>): string => `${list}/${entryId}`;
