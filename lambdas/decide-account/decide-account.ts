import { z } from 'zod';
import type { AccountStore } from '../../adapters/records/account-store.ts';
import type { CaseStore } from '../../adapters/records/case-store.ts';
import {
  determinationDigest,
  type Determination,
  type DeterminationStore,
} from '../../adapters/records/determination-store.ts';
import type { OutboxStore } from '../../adapters/records/outbox-store.ts';
import { accountFindings } from '../../domain/accounts/account-findings.ts';
import { accountOwnership } from '../../domain/accounts/account-ownership.ts';
import { presentParties, type AccountRecord } from '../../domain/accounts/account-record.ts';
import { accountRisk } from '../../domain/accounts/account-risk.ts';
import { decisionNotices } from '../../domain/accounts/decision-notices.ts';
import type { AuditEntry } from '../../domain/audit/audit-entry.ts';
import { RecordMissingError } from '../../domain/errors/kyc-error.ts';
import { standingOf } from '../../domain/programme/account-standing.ts';
import {
  decidedStanding,
  type DecidedStanding,
  type ReviewEnd,
} from '../../domain/programme/decided-standing.ts';
import {
  decideAccount,
  type AccountDecision,
  type AccountFindings,
} from '../../domain/risk/decide-account.ts';
import { placeQuestions } from '../../domain/risk/place-questions.ts';
import { auditEntry } from '../runtime/audit-draft.ts';
import { count, note } from '../runtime/observability.ts';
import { policyVersionsById, type Policies } from '../runtime/policies.ts';
import type { CommitAudited } from '../runtime/records.ts';
import { endReview, type EndedReview } from './end-review.ts';
import { openCase, openedEntry } from './open-case.ts';

const Input = z.strictObject({
  eventId: z.string(),
  accountId: z.string(),
  /** Absent at the first decision; then the case the execution waited for. */
  caseId: z.string().optional(),
});

export interface Dependencies {
  readonly accounts: AccountStore;
  readonly cases: CaseStore;
  readonly outbox: OutboxStore;
  readonly determinations: DeterminationStore;
  readonly commit: CommitAudited;
  readonly policy: Pick<
    Policies['provider'],
    'id' | 'version' | 'permissions' | 'review' | 'places' | 'programme' | 'deadlines' | 'verification'
  >;
  readonly identification: Pick<Policies['identification'], 'id' | 'version' | 'deadlines'>;
  readonly ownershipRules: readonly Pick<Policies['screening'], 'dormant' | 'ownership'>[];
  readonly now: () => Date;
}

const isoDayLength = 'YYYY-MM-DD'.length;

/** Ids only: this is what the state machine carries on. */
export interface DecidedAccount {
  readonly eventId: string;
  readonly accountId: string;
  readonly outcome: 'decided' | 'review' | 'superseded';
  readonly caseId: string | null;
  readonly notices: readonly string[];
}

/**
 * Decides the account from what was found, in one transaction with its case, its notices and its audit entries. Run
 * twice, it answers the same and writes once.
 */
export const decideAccountStep =
  (deps: Dependencies) =>
  async (input: unknown): Promise<DecidedAccount> => {
    const { eventId, accountId, caseId } = Input.parse(input);
    const key = caseId ?? eventId;
    const made = await deps.determinations.load(accountId, 'decision', key);
    if (made) return Made.parse(made.result);
    const account = await deps.accounts.load(accountId);
    if (!account) throw new RecordMissingError(`account ${accountId} is not stored`);
    const at = deps.now();
    const review = caseId ? await endReview(deps.cases, caseId, at) : null;
    if (account.eventId !== eventId || review?.verdict === 'overtaken') {
      note('EVENT_SUPERSEDED', { eventId, accountId });
      return { eventId, accountId, outcome: 'superseded', caseId: null, notices: [] };
    }
    const ownership = accountOwnership(account, deps.ownershipRules, at.toISOString().slice(0, isoDayLength));
    const findings = {
      ...accountFindings(account, review?.verdict, ownership),
      places: placeQuestions(presentParties(account), deps.policy.places),
    };
    const decision = decideAccount(findings, deps.policy.permissions);
    const standing = standingAfter(deps, account, decision, { review: reviewEnd(review), at });
    const result = await record(deps, { before: account, findings, decision, standing, review, key, at });
    const { status, permission } = standing;
    for (const each of ['verified', 'restricted', 'underReview', 'refused'] as const) {
      count(`Decided.${each}`, status === each ? 1 : 0);
    }
    note('ACCOUNT_DECIDED', { eventId, accountId, status, permission });
    return result;
  };

const Made = z.object({
  eventId: z.string(),
  accountId: z.string(),
  outcome: z.enum(['decided', 'review', 'superseded']),
  caseId: z.string().nullable(),
  notices: z.array(z.string()),
});

function reviewEnd(review: EndedReview | null): ReviewEnd | null {
  if (!review || review.verdict === 'overtaken') return null;
  return { verdict: review.verdict, proposedBy: review.proposedBy, decidedBy: review.decidedBy };
}

function standingAfter(
  { policy, identification }: Dependencies,
  before: AccountRecord,
  decision: AccountDecision,
  { review, at }: { readonly review: ReviewEnd | null; readonly at: Date },
): DecidedStanding {
  return decidedStanding(standingOf(before), decision, review, {
    account: before.id,
    revision: before.revision + 1,
    at: at.toISOString(),
    risk: accountRisk(before, policy.verification),
    policy,
    terms: { provider: policy, identification },
  });
}

interface Step {
  readonly before: AccountRecord;
  readonly findings: AccountFindings;
  readonly decision: AccountDecision;
  readonly standing: DecidedStanding;
  readonly review: EndedReview | null;
  readonly key: string;
  readonly at: Date;
}

async function record(deps: Dependencies, step: Step): Promise<DecidedAccount> {
  const { before, findings, decision, standing, review, key, at } = step;
  const { id, eventId } = before;
  const opened =
    decision.status === 'underReview' ? openCase(before, decision, deps.policy.review, at) : null;
  const { taken, conditions, ...stored } = standing;
  const account: AccountRecord = {
    ...before,
    ...stored,
    revision: before.revision + 1,
    reasons: [...standing.reasons],
    concerns: review?.verdict === 'approve' ? [] : before.concerns,
    openCase: opened?.id ?? null,
  };
  const told = { conditions, notices: taken?.row.notices ?? [] };
  const notices = decisionNotices(account, before, at.toISOString(), told);
  const result: DecidedAccount = {
    eventId,
    accountId: id,
    outcome: opened ? 'review' : 'decided',
    caseId: opened?.id ?? null,
    notices: [...(review?.notices ?? []), ...notices.map((notice) => notice.id)],
  };
  const programme = {
    from: standingOf(before).state,
    to: standing.state,
    transition: taken?.transition ?? null,
  };
  const determination: Determination = {
    accountId: id,
    kind: 'decision',
    key,
    at: at.toISOString(),
    body: { findings, decision, programme, policies: policyVersionsById, result },
  };
  const entries = [
    decidedEntry(account, standing, determination, at),
    ...(review?.entries ?? []),
    ...(opened ? [openedEntry(opened, at)] : []),
  ];
  const items = [
    deps.accounts.put(account),
    deps.determinations.put(determination),
    ...(review?.items ?? []),
    ...(opened ? [deps.cases.put(opened)] : []),
    ...notices.map((notice) => deps.outbox.put(notice)),
  ];
  await deps.commit(`account ${id}`, items, entries);
  return result;
}

/** The action is the transition's; a decision that takes none is `account.decided`, and says where the account stays. */
function decidedEntry(
  { id, revision, customer, status, permission, reasons }: AccountRecord,
  { taken, state }: DecidedStanding,
  determination: Determination,
  at: Date,
): AuditEntry {
  const lists = customer?.screening?.listDigest;
  const moved = taken ? [`transition:${taken.transition}`, taken.row.clause] : [`stays:${state}`];
  return auditEntry('decide-account', {
    at,
    action: taken?.row.action ?? 'account.decided',
    subject: { kind: 'account', id, revision },
    evidence: determinationDigest(determination),
    ...(lists ? { lists } : {}),
    outcome: [status, permission, ...moved, ...reasons.map((reason) => reason.split(':')[0] ?? '')],
  });
}
