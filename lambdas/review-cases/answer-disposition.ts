import { screeningQuery } from '../../domain/accounts/screening-query.ts';
import type { DispositionRecord, DispositionStep } from '../../domain/dispositions/disposition-record.ts';
import type { DispositionTransitionName } from '../../domain/dispositions/disposition-transitions.ts';
import { entryChanges } from '../../domain/dispositions/judged-entry.ts';
import { queryChanges } from '../../domain/dispositions/judged-query.ts';
import {
  stepDisposition,
  type DispositionMove,
  type DispositionOpinion,
} from '../../domain/dispositions/step-disposition.ts';
import { answer, refusal, type HttpAnswer } from '../runtime/http-answer.ts';
import { note } from '../runtime/observability.ts';
import { againWhenChanged } from './again-when-changed.ts';
import { dispositionEntry } from './disposition-entry.ts';
import type { DispositionDependencies } from './propose-disposition.ts';
import { findMatch } from './screened-party.ts';

export interface GivenOpinion {
  readonly opinion: DispositionOpinion;
  readonly because: string;
  readonly by: string;
}

/** One person's opinion on a disposition there is: to confirm or reject it, to release or keep it. */
export function answerDisposition(
  deps: DispositionDependencies,
  id: string,
  given: GivenOpinion,
): Promise<HttpAnswer> {
  return againWhenChanged('disposition', async () => {
    const before = await deps.dispositions.load(id);
    if (!before) return refusal(404, 'there is no such disposition; see `kyc disposition list`');
    const step = stepDisposition(before, given.opinion, given.by, deps.now());
    if (step.outcome !== 'moves') return turnDown(before, step);
    if (step.transition === 'confirm' && !(await isAsJudged(deps, before)))
      return refusal(
        409,
        "the customer's data or the list entry has changed since; it has to be judged anew",
      );
    return take(deps, before, step, given);
  });
}

function turnDown(
  { id, state }: DispositionRecord,
  step: Exclude<DispositionMove, { outcome: 'moves' }>,
): HttpAnswer {
  note('DISPOSITION_STEP_REFUSED', { dispositionId: id, because: step.outcome });
  switch (step.outcome) {
    case 'ownProposal':
      return refusal(409, 'you proposed this yourself; a second person has to say the same', { state });
    case 'alreadyThere':
      return refusal(409, `the disposition is ${state} already`, { state });
    case 'expired':
      return refusal(409, `its last day was ${step.until}; the match is back at the next screening`, {
        state,
      });
    case 'notNow':
      return refusal(409, `a disposition that is ${state} does not wait for that`, { state });
  }
}

/** Whether both sides of the match are still what the first person saw: the second confirms that and nothing else. */
async function isAsJudged(deps: DispositionDependencies, judged: DispositionRecord): Promise<boolean> {
  const { accountId, partyId } = judged;
  const account = await deps.accounts.load(accountId);
  const found = account ? await findMatch(deps.determinations, account, judged) : null;
  if (!found || entryChanges(judged.entry, found.entry).length > 0) return false;
  const { sequence } = found.party;
  if (sequence === judged.sequence) return true;
  const query = screeningQuery(await deps.parties.load({ accountId, partyId, sequence }));
  return queryChanges(await deps.judgements.query(judged), query).length === 0;
}

async function take(
  deps: DispositionDependencies,
  before: DispositionRecord,
  { transition, to }: Extract<DispositionMove, { outcome: 'moves' }>,
  { because, by }: GivenOpinion,
): Promise<HttpAnswer> {
  const at = deps.now();
  const revision = before.revision + 1;
  const reason = await deps.judgements.sealReason(before, revision, because);
  const said = { by, at: at.toISOString(), revision, reasonDigest: reason.digest };
  const record = { ...before, ...partOf(transition, said), state: to, revision };
  const items = [deps.dispositions.put(record), reason.item];
  await deps.commit(`disposition ${record.id}`, items, [dispositionEntry(record, transition, by, at)]);
  note('DISPOSITION_STEP_TAKEN', { dispositionId: record.id, transition, state: to });
  return answer(200, { disposition: record.id, state: to, transition, until: record.until });
}

/** Where in the record a person's part stands. */
function partOf(transition: DispositionTransitionName, said: DispositionStep): Partial<DispositionRecord> {
  switch (transition) {
    case 'propose':
      return { proposal: said };
    case 'confirm':
    case 'reject':
    case 'withdraw':
      return { answer: said };
    case 'proposeRelease':
      return { releaseProposal: said };
    case 'release':
      return { release: said };
    case 'keep':
    case 'withdrawRelease':
      return { releaseProposal: null };
  }
}
