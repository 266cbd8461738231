import type { AccountStore } from '../../adapters/records/account-store.ts';
import type { DispositionStore } from '../../adapters/records/disposition-store.ts';
import type { JudgementStore } from '../../adapters/records/judgement-store.ts';
import { isInForce } from '../../domain/dispositions/apply-dispositions.ts';
import { isExpired } from '../../domain/dispositions/disposition-period.ts';
import type { DispositionRecord, DispositionStep } from '../../domain/dispositions/disposition-record.ts';
import { entryChanges, type JudgedEntry } from '../../domain/dispositions/judged-entry.ts';
import { queryChanges } from '../../domain/dispositions/judged-query.ts';
import type { ScreeningQuery } from '../../domain/screening/screening.ts';
import { answer, refusal, type HttpAnswer } from '../runtime/http-answer.ts';

export interface DispositionViewDependencies {
  readonly accounts: Pick<AccountStore, 'load'>;
  readonly dispositions: Pick<DispositionStore, 'ofParty' | 'waiting'>;
  readonly judgements: Pick<JudgementStore, 'query' | 'reason'>;
  readonly now: () => Date;
}

// A page a person can read.
const waitingShown = 100;
// What one person looks at in one case; each is unsealed, and the whole history is in the audit log.
const shownOfParty = 25;

/** Those that wait for a second person, soonest to end first. Ids and codes only. */
export async function listDispositions(deps: DispositionViewDependencies): Promise<HttpAnswer> {
  const shown: unknown[] = [];
  for await (const record of deps.dispositions.waiting()) {
    if (shown.length === waitingShown) break;
    // Nobody answered in time: nothing is left to answer.
    if (!isExpired(record.until, deps.now())) shown.push(summary(record, deps.now()));
  }
  return answer(200, { dispositions: shown });
}

/** All there ever were of an account's parties, also of those who have left. Ids and codes only. */
export async function listAccountDispositions(
  deps: DispositionViewDependencies,
  accountId: string,
): Promise<HttpAnswer> {
  const account = await deps.accounts.load(accountId);
  if (!account) return refusal(404, 'there is no such account');
  const parties = [...(account.customer ? [account.customer] : []), ...account.owners];
  const found = await Promise.all(parties.map(({ id }) => deps.dispositions.ofParty(accountId, id)));
  const dispositions = found.flatMap(({ records }) => records.map((record) => summary(record, deps.now())));
  return answer(200, { dispositions });
}

function summary(record: DispositionRecord, now: Date) {
  const { id, accountId, partyId, list, entryId, caseId, state, until, proposal, releaseProposal } = record;
  const waitsFor = state === 'releaseProposed' ? releaseProposal : state === 'proposed' ? proposal : null;
  const proposedBy = waitsFor?.by ?? null;
  const inForce = isInForce(record, now);
  return { id, accountId, partyId, list, entryId, caseId, state, until, inForce, proposedBy };
}

/** Both sides of a party's matches as they are now. */
export interface PresentParty {
  readonly accountId: string;
  readonly partyId: string;
  readonly query: ScreeningQuery;
  readonly entries: readonly (JudgedEntry & { readonly list: string; readonly entryId: string })[];
}

/** The dispositions of a party for a reviewer: unsealed, with what has changed since they were judged. */
export async function showDispositions(deps: DispositionViewDependencies, party: PresentParty) {
  const { records } = await deps.dispositions.ofParty(party.accountId, party.partyId);
  return Promise.all(records.slice(-shownOfParty).map((record) => show(deps, record, party)));
}

async function show(deps: DispositionViewDependencies, record: DispositionRecord, party: PresentParty) {
  const [proposal, said, releaseProposal, release] = await Promise.all(
    [record.proposal, record.answer, record.releaseProposal, record.release].map((step) =>
      withReason(deps, record, step),
    ),
  );
  const judged = await deps.judgements.query(record);
  const data = queryChanges(judged, party.query).map((field) => ({
    ...{ field, before: judged[field] ?? null, after: party.query[field] ?? null },
  }));
  const present = party.entries.find(
    ({ list, entryId }) => list === record.list && entryId === record.entryId,
  );
  const entry = present ? entryChanges(record.entry, present) : [];
  const { id, list, entryId, state, until } = record;
  const parts = { proposal, answer: said, releaseProposal, release };
  const inForce = isInForce(record, deps.now());
  return { id, list, entryId, state, until, inForce, ...parts, changedSince: { data, entry } };
}

async function withReason(
  { judgements }: DispositionViewDependencies,
  record: DispositionRecord,
  step: DispositionStep | null,
) {
  if (!step) return null;
  const { by, at, revision } = step;
  return { by, at, because: await judgements.reason(record, revision) };
}
