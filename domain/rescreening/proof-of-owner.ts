import type { NotReplayable, ProofBasis, Replayable } from '../screening/proof/proof-rows.ts';
import { proofRow } from '../screening/proof/proof-rows.ts';
import { queryDigest } from '../screening/query-digest.ts';
import type { NotScreenedReason, Screening, ScreeningQuery } from '../screening/screening.ts';
import { factsMissing } from './changed-result.ts';
import type { OwnerResult } from './owner-result.ts';

/**
 * The result of one owner in a run, as the rows that `kyc replay` reads. A run keeps no digest of each query: the
 * version of the facts ties the two together, and the digest in the row is that of the facts as they are.
 */
export function proofOfOwner(
  runId: string,
  basis: ProofBasis,
  result: OwnerResult,
  query: ScreeningQuery | null,
): Replayable | NotReplayable {
  const { party, sequence } = result;
  const id = `${runId}/${party}`;
  if (result.because === factsMissing) {
    const detail = `${factsMissing}: the facts of party ${party}, version ${sequence}, could not be read in the run`;
    return { id, because: 'nobodyLooked', detail };
  }
  const { listDigest, indexDigest, matcherVersion, threshold } = basis;
  const proof = {
    ...{ listDigest, indexDigest, matcherVersion, threshold },
    queryDigest: query === null ? '' : queryDigest(query),
  };
  return proofRow({ id, party, sequence, screening: screeningOf(result, proof) }, query);
}

function screeningOf(
  { outcome, because, matches = [] }: OwnerResult,
  proof: ProofBasis & { readonly queryDigest: string },
): Screening {
  switch (outcome) {
    case 'clear':
      return { outcome, ...proof };
    case 'possibleMatch':
      return { outcome, ...proof, matches };
    case 'notScreened':
      return { outcome, because: because as NotScreenedReason, ...proof };
  }
}
