export interface DispositionTerms {
  /** Days a disposition holds when nobody says otherwise. */
  readonly standingDays: number;
  /** The most days anybody may ask for. */
  readonly longestDays: number;
}

export type Period =
  | { readonly outcome: 'granted'; readonly until: string }
  | { readonly outcome: 'notAllowed'; readonly earliest: string; readonly latest: string };

/** The last day of a disposition that is proposed now: as asked for (YYYY-MM-DD), within what the policy allows. */
export function dispositionPeriod(asked: string | undefined, now: Date, terms: DispositionTerms): Period {
  const earliest = dayAfter(now, 0);
  const latest = dayAfter(now, terms.longestDays);
  const until = asked ?? dayAfter(now, Math.min(terms.standingDays, terms.longestDays));
  // Days of one form compare as text.
  return until < earliest || until > latest
    ? { outcome: 'notAllowed', earliest, latest }
    : { outcome: 'granted', until };
}

/** Whether the last day is over, in UTC. */
export function isExpired(until: string, now: Date): boolean {
  return dayAfter(now, 0) > until;
}

const dayMs = 24 * 3600 * 1000;

function dayAfter(now: Date, days: number): string {
  return new Date(now.getTime() + days * dayMs).toISOString().slice(0, 10);
}
