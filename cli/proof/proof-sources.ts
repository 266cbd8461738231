import { inBatches } from '../../adapters/owner-book/in-batches.ts';
import { proofOfOwner } from '../../domain/rescreening/proof-of-owner.ts';
import { proofRow, type NotReplayable, type Replayable } from '../../domain/screening/proof/proof-rows.ts';
import { isOf } from '../../domain/screening/proof/proven-determinations.ts';
import { accountScreenings, type StoredScreenings } from '../stage/account-screenings.ts';
import { runResults } from '../stage/run-results.ts';
import type { Stage } from '../stage/stage.ts';
import type { QueryOf } from '../stage/unsealed-queries.ts';

type Use = Pick<Stage, 'clients' | 'names'>;

export type ProofRow = Replayable | NotReplayable;

/** What is stored, before anything of it is unsealed. */
export interface ProofSource extends Pick<StoredScreenings, 'determinations' | 'texts'> {
  /** @param party only of this one, and of what nobody can tell whose it is */
  rows(queryOf: QueryOf, party: string | undefined): Promise<readonly ProofRow[]>;
}

// Each is one call of DynamoDB and one of KMS.
const readsAtOnce = 8;

/** What the account was decided on, each time. @throws CouldNotTellError when that is nothing */
export async function decidedOn(use: Use, account: string): Promise<ProofSource> {
  const { recorded, ...stored } = await accountScreenings(use, account);
  return {
    ...stored,
    rows: (queryOf, only) =>
      inBatches(recorded.filter(isOf(only)), readsAtOnce, async (each) => {
        const { party, sequence } = each;
        return proofRow(each, party === null ? null : await queryOf({ party, sequence }));
      }),
  };
}

/** What a re-screening run found of the account. @throws CouldNotTellError when that cannot be had any more */
export async function foundInRun(use: Use, runId: string, account: string): Promise<ProofSource> {
  const { run, results } = await runResults(use, runId, account);
  return {
    ...{ determinations: [], texts: [] },
    rows: (queryOf, only) =>
      inBatches(
        results.filter(({ party }) => only === undefined || party === only),
        readsAtOnce,
        async (each) => proofOfOwner(runId, run.basis, each, await queryOf(each)),
      ),
  };
}
