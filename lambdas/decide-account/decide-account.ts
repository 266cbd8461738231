import { createHash } from 'node:crypto';
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
import type { AccountRecord } from '../../domain/accounts/account-record.ts';
import { decisionNotices } from '../../domain/accounts/decision-notices.ts';
import { caseDueAt } from '../../domain/cases/case-due.ts';
import type { CaseRecord } from '../../domain/cases/case-record.ts';
import { RecordMissingError } from '../../domain/errors/kyc-error.ts';
import {
  decideAccount,
  type AccountDecision,
  type AccountFindings,
} from '../../domain/risk/decide-account.ts';
import { auditEntry } from '../runtime/audit-draft.ts';
import { count, note } from '../runtime/observability.ts';
import { policyVersionsById, type Policies } from '../runtime/policies.ts';
import type { CommitAudited } from '../runtime/records.ts';
import { endReview, type EndedReview } from './end-review.ts';

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
  readonly policy: Pick<Policies['provider'], 'permissions' | 'review'>;
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
    const findings = accountFindings(account, review?.verdict, ownership);
    const decision = decideAccount(findings, deps.policy.permissions);
    const result = await record(deps, { before: account, findings, decision, review, key, at });
    for (const status of ['verified', 'restricted', 'underReview', 'refused'] as const) {
      count(`Decided.${status}`, decision.status === status ? 1 : 0);
    }
    note('ACCOUNT_DECIDED', { eventId, accountId, status: decision.status, permission: decision.permission });
    return result;
  };

const Made = z.object({
  eventId: z.string(),
  accountId: z.string(),
  outcome: z.enum(['decided', 'review', 'superseded']),
  caseId: z.string().nullable(),
  notices: z.array(z.string()),
});

interface Step {
  readonly before: AccountRecord;
  readonly findings: AccountFindings;
  readonly decision: AccountDecision;
  readonly review: EndedReview | null;
  readonly key: string;
  readonly at: Date;
}

async function record(
  deps: Dependencies,
  { before, findings, decision, review, key, at }: Step,
): Promise<DecidedAccount> {
  const { id, eventId } = before;
  const opened = decision.status === 'underReview' ? newCase(before, decision, deps.policy, at) : null;
  const account: AccountRecord = {
    ...before,
    revision: before.revision + 1,
    status: decision.status,
    permission: decision.permission,
    reasons: [...decision.reasons],
    concerns: review?.verdict === 'approve' ? [] : before.concerns,
    openCase: opened?.id ?? null,
  };
  const notices = decisionNotices(account, before, at.toISOString());
  const result: DecidedAccount = {
    eventId,
    accountId: id,
    outcome: opened ? 'review' : 'decided',
    caseId: opened?.id ?? null,
    notices: [...(review?.notices ?? []), ...notices.map((notice) => notice.id)],
  };
  const determination: Determination = {
    accountId: id,
    kind: 'decision',
    key,
    at: at.toISOString(),
    body: { findings, decision, policies: policyVersionsById, result },
  };
  const summary = [
    decision.status,
    decision.permission,
    ...decision.reasons.map((reason) => reason.split(':')[0] ?? ''),
  ];
  const lists = before.customer?.screening?.listDigest;
  const entries = [
    auditEntry('decide-account', {
      at,
      action: 'account.decided',
      subject: { kind: 'account', id, revision: account.revision },
      evidence: determinationDigest(determination),
      ...(lists ? { lists } : {}),
      outcome: summary,
    }),
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

function newCase(
  account: AccountRecord,
  decision: AccountDecision,
  policy: Dependencies['policy'],
  at: Date,
): CaseRecord {
  const digest = createHash('sha256').update(`${account.id}\n${account.eventId}`).digest('hex');
  return {
    id: `case_${digest.slice(0, 20)}`,
    revision: 1,
    accountId: account.id,
    eventId: account.eventId,
    state: 'opened',
    reasons: [...decision.reasons],
    openedAt: at.toISOString(),
    dueAt: caseDueAt(at, at, policy.review).toISOString(),
    proposal: null,
    verdicts: [],
    taskToken: null,
    released: false,
  };
}

function openedEntry(record: CaseRecord, at: Date) {
  return auditEntry('decide-account', {
    at,
    action: 'case.opened',
    subject: { kind: 'case', id: record.id, revision: record.revision },
    outcome: record.reasons.map((reason) => reason.split(':')[0] ?? ''),
  });
}
