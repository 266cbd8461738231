import type { InboxEvent } from '../../adapters/inbox/inbox-store.ts';
import { determinationDigest, type Determination } from '../../adapters/records/determination-store.ts';
import { sealedDigest } from '../../adapters/sealing/envelope.ts';
import { reassessAccount, type Reassessment } from '../../domain/accounts/reassess-account.ts';
import { withOwnersDetermined } from '../../domain/accounts/with-owners-determined.ts';
import { RecordMissingError } from '../../domain/errors/kyc-error.ts';
import { auditEntry } from '../runtime/audit-draft.ts';
import { loadCase, overtakenCase } from '../runtime/case-steps.ts';
import { note } from '../runtime/observability.ts';
import { policyVersionsById } from '../runtime/policies.ts';
import type { AssessedEvent, Dependencies } from './assess-parties.ts';

const isoDayLength = 'YYYY-MM-DD'.length;

/** Takes an account into a new screening and decision. Nothing is said of its parties, so nothing of them changes. */
export async function reassess(
  deps: Dependencies,
  inboxEvent: InboxEvent,
  { data }: Reassessment,
): Promise<AssessedEvent> {
  const { eventId } = inboxEvent;
  const { account: accountId, run } = data;
  const before = await deps.accounts.load(accountId);
  if (!before) throw new RecordMissingError(`account ${accountId} is not stored`);
  if (before.eventId === eventId) return { eventId, accountId, superseded: false };
  // It was taken up before, and newer events have come since: whoever brought those decides.
  if (await deps.determinations.load(accountId, 'assessment', eventId)) {
    return { eventId, accountId, superseded: true };
  }
  const openCase = before.openCase ? await loadCase(deps.cases, before.openCase) : null;
  const reopened = reassessAccount(before, eventId, openCase?.state === 'refused');
  if (!reopened) return { eventId, accountId, superseded: true };
  const day = inboxEvent.receivedAt.slice(0, isoDayLength);
  const { account, ownership } = withOwnersDetermined(reopened, deps.pack.beneficialOwners, day);
  const at = deps.now();
  const determination: Determination = {
    ...{ accountId, kind: 'assessment', key: eventId, at: at.toISOString() },
    body: {
      input: sealedDigest(inboxEvent.sealed),
      policies: policyVersionsById,
      rescreening: run,
      scope: { inScope: account.inScope, because: account.scopeBecause },
      ownership,
      parties: [],
    },
  };
  const overtaken = openCase && overtakenCase(deps.cases, openCase, at);
  const entry = auditEntry('assess-parties', {
    at,
    action: 'account.reassessed',
    subject: { kind: 'account', id: accountId, revision: account.revision },
    evidence: determinationDigest(determination),
    outcome: [`rescreening:${run}`],
  });
  await deps.commit(
    `account ${accountId}`,
    [deps.accounts.put(account), deps.determinations.put(determination), ...(overtaken?.items ?? [])],
    [entry, ...(overtaken?.entries ?? [])],
  );
  note('ACCOUNT_REASSESSED', { eventId, accountId, run });
  return { eventId, accountId, superseded: false };
}
