import type { AccountStore } from '../../adapters/records/account-store.ts';
import type { CaseStore } from '../../adapters/records/case-store.ts';
import type { DeterminationStore } from '../../adapters/records/determination-store.ts';
import type { DispositionStore } from '../../adapters/records/disposition-store.ts';
import type { JudgementStore } from '../../adapters/records/judgement-store.ts';
import type { PartyReader } from '../../adapters/records/party-store.ts';
import { screeningQuery } from '../../domain/accounts/screening-query.ts';
import type { CaseRecord } from '../../domain/cases/case-record.ts';
import {
  dispositionPeriod,
  isExpired,
  type DispositionTerms,
} from '../../domain/dispositions/disposition-period.ts';
import {
  nextDispositionId,
  type DispositionRecord,
  type PartyDispositions,
} from '../../domain/dispositions/disposition-record.ts';
import { JudgedQuery } from '../../domain/dispositions/judged-query.ts';
import { answer, refusal, type HttpAnswer } from '../runtime/http-answer.ts';
import { note } from '../runtime/observability.ts';
import type { CommitAudited } from '../runtime/records.ts';
import { onCurrentCase } from './current-case.ts';
import { dispositionEntry } from './disposition-entry.ts';
import { findMatch, type FoundMatch, type WantedMatch } from './screened-party.ts';

export interface DispositionDependencies {
  readonly cases: Pick<CaseStore, 'load'>;
  readonly accounts: Pick<AccountStore, 'load'>;
  readonly parties: PartyReader;
  readonly determinations: Pick<DeterminationStore, 'load'>;
  readonly dispositions: DispositionStore;
  readonly judgements: JudgementStore;
  readonly commit: CommitAudited;
  readonly dispositionTerms: DispositionTerms;
  readonly now: () => Date;
}

export interface ProposedDisposition extends WantedMatch {
  readonly because: string;
  /** The last day it is to hold; the policy's where nobody says. */
  readonly until?: string | undefined;
  readonly by: string;
}

/** One person marks a match of a case's party as false. It stays in force for nobody until a second one confirms. */
export function proposeDisposition(
  deps: DispositionDependencies,
  caseId: string,
  given: ProposedDisposition,
): Promise<HttpAnswer> {
  return onCurrentCase(deps.cases, caseId, (record) => propose(deps, record, given));
}

async function propose(
  deps: DispositionDependencies,
  reviewCase: CaseRecord,
  given: ProposedDisposition,
): Promise<HttpAnswer> {
  const account = await deps.accounts.load(reviewCase.accountId);
  if (account?.eventId !== reviewCase.eventId)
    return refusal(
      409,
      'newer data of the account has arrived; `kyc case list` shows the case it opened, if any',
    );
  const found = await findMatch(deps.determinations, account, given);
  if (!found)
    return refusal(404, 'the present screening of that party has no such match; see `kyc case show`');
  const period = dispositionPeriod(given.until, deps.now(), deps.dispositionTerms);
  if (period.outcome === 'notAllowed')
    return refusal(422, `until: expected a day from ${period.earliest} to ${period.latest}`);
  const { known, records } = await deps.dispositions.ofParty(account.id, given.partyId);
  const open = records.find((record) => isOpenFor(record, given, deps.now()));
  if (open) return alreadyProposed(open, given.by);
  return record(deps, { known, found, given, until: period.until, caseId: reviewCase.id });
}

function isOpenFor(record: DispositionRecord, { list, entryId }: WantedMatch, now: Date): boolean {
  return (
    record.list === list &&
    record.entryId === entryId &&
    record.state === 'proposed' &&
    !isExpired(record.until, now)
  );
}

function alreadyProposed({ id, state, proposal }: DispositionRecord, by: string): HttpAnswer {
  note('DISPOSITION_STEP_REFUSED', { dispositionId: id, because: 'alreadyProposed' });
  const who =
    proposal.by === by
      ? 'by you; a second person has to confirm it'
      : 'by somebody else; confirm or reject it';
  return refusal(409, `this match is proposed as false already, ${who}`, { disposition: id, state });
}

interface Proposal {
  readonly known: PartyDispositions;
  readonly found: FoundMatch;
  readonly given: ProposedDisposition;
  readonly until: string;
  readonly caseId: string;
}

async function record(deps: DispositionDependencies, proposal: Proposal): Promise<HttpAnswer> {
  const { known, found, given, until, caseId } = proposal;
  const { accountId, partyId } = known;
  const at = deps.now();
  const { sequence } = found.party;
  const id = nextDispositionId(known);
  const facts = await deps.parties.load({ accountId, partyId, sequence });
  const of = { id, accountId, partyId };
  const query = await deps.judgements.sealQuery(of, JudgedQuery.parse(screeningQuery(facts)));
  const reason = await deps.judgements.sealReason(of, 1, given.because);
  const made: DispositionRecord = {
    ...of,
    revision: 1,
    ...{ list: given.list, entryId: given.entryId, caseId },
    state: 'proposed',
    until,
    sequence,
    queryDigest: query.digest,
    entry: found.entry,
    proposal: { by: given.by, at: at.toISOString(), revision: 1, reasonDigest: reason.digest },
    answer: null,
    releaseProposal: null,
    release: null,
  };
  const party = { ...known, revision: known.revision + 1, ids: [...known.ids, id] };
  const items = [deps.dispositions.put(made), deps.dispositions.putParty(party), query.item, reason.item];
  await deps.commit(`disposition ${id}`, items, [dispositionEntry(made, 'propose', given.by, at)]);
  note('DISPOSITION_STEP_TAKEN', { dispositionId: id, transition: 'propose', state: made.state });
  return answer(200, { disposition: id, state: made.state, until });
}
