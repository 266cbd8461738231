import type { Screening } from '../screening/screening.ts';
import type { AppliedDispositions, Difference, ReturnReason } from './apply-dispositions.ts';

interface MatchedDisposition {
  readonly list: string;
  readonly entryId: string;
  readonly disposition: string;
}

/**
 * What a screening comes to once people's dispositions are applied. The screening itself stays as the matcher gave it,
 * so that it can be replayed; here stands which of its matches people have already answered.
 */
export interface DisposedScreening {
  /** `clear` with `clearedBy` is not the matcher's: people have looked at each match and found it false. */
  readonly outcome: Screening['outcome'];
  readonly clearedBy: readonly string[];
  readonly suppressed: readonly MatchedDisposition[];
  readonly returned: readonly (MatchedDisposition & {
    readonly because: ReturnReason;
    readonly difference: Difference;
  })[];
}

export function disposedScreening(screening: Screening, applied: AppliedDispositions): DisposedScreening {
  const suppressed = applied.suppressed.map(({ match: { list, entryId }, disposition }) => ({
    ...{ list, entryId, disposition },
  }));
  const isCleared = screening.outcome === 'possibleMatch' && applied.matches.length === 0;
  return {
    outcome: isCleared ? 'clear' : screening.outcome,
    clearedBy: isCleared ? suppressed.map(({ disposition }) => disposition) : [],
    suppressed,
    returned: applied.returned.map(({ match: { list, entryId }, ...rest }) => ({ list, entryId, ...rest })),
  };
}
