import { z } from 'zod';
import type { InboxStore } from '../../adapters/inbox/inbox-store.ts';
import { sealedSubject } from '../../adapters/inbox/sealed-subject.ts';
import type { AccountStore } from '../../adapters/records/account-store.ts';
import type { CaseStore } from '../../adapters/records/case-store.ts';
import {
  determinationDigest,
  type Determination,
  type DeterminationStore,
} from '../../adapters/records/determination-store.ts';
import type { PartyWriter } from '../../adapters/records/party-store.ts';
import { sealedDigest, type Envelope } from '../../adapters/sealing/envelope.ts';
import { AccountEvent } from '../../domain/accounts/account-event.ts';
import {
  assessAccount,
  type AssessmentContext,
  type PartyAssessment,
} from '../../domain/accounts/assess-account.ts';
import { auditEntry } from '../runtime/audit-draft.ts';
import { overtakenCase } from '../runtime/case-steps.ts';
import { note } from '../runtime/observability.ts';
import { policyVersionsById } from '../runtime/policies.ts';
import type { CommitAudited } from '../runtime/records.ts';

const Input = z.strictObject({ eventId: z.string() });

export interface Dependencies {
  readonly inbox: Pick<InboxStore, 'load'>;
  readonly envelope: Pick<Envelope, 'unseal'>;
  readonly accounts: AccountStore;
  readonly parties: PartyWriter;
  readonly cases: CaseStore;
  readonly determinations: DeterminationStore;
  readonly commit: CommitAudited;
  readonly pack: AssessmentContext['pack'];
  readonly now: () => Date;
}

export interface AssessedEvent {
  readonly eventId: string;
  readonly accountId: string;
  /** True when newer events had already been applied: whoever brought those decides. */
  readonly superseded: boolean;
}

/** Applies an event of the inbox to its account: who is behind it, US or foreign, and what is missing. */
export const assessParties =
  (deps: Dependencies) =>
  async (input: unknown): Promise<AssessedEvent> => {
    const { eventId } = Input.parse(input);
    const inboxEvent = await deps.inbox.load(eventId);
    const text = await deps.envelope.unseal(sealedSubject(eventId), inboxEvent.sealed);
    const event = AccountEvent.parse(JSON.parse(text));
    const accountId = event.data.account;
    const before = await deps.accounts.load(accountId);
    const result = assessAccount(before, event, { eventId, pack: deps.pack });
    if (result.outcome === 'superseded') {
      const superseded = before?.eventId !== eventId;
      if (superseded) note('EVENT_SUPERSEDED', { eventId, accountId });
      return { eventId, accountId, superseded };
    }
    const { account, parties } = result;
    const digests = await saveParties(deps, accountId, parties);
    const at = deps.now();
    const determination: Determination = {
      accountId,
      kind: 'assessment',
      key: eventId,
      at: at.toISOString(),
      body: {
        input: sealedDigest(inboxEvent.sealed),
        policies: policyVersionsById,
        scope: { inScope: account.inScope, because: account.scopeBecause },
        parties: parties.map(({ record, role, limbs }) => ({
          ...record,
          role,
          limbs,
          input: digests.get(record.id),
        })),
      },
    };
    const overtaken = before?.openCase ? await overtakenCase(deps.cases, before.openCase, at) : null;
    const entry = auditEntry('assess-parties', {
      at,
      action: 'account.assessed',
      actor: { kind: 'provider', id: eventId },
      subject: { kind: 'account', id: accountId, revision: account.revision },
      evidence: determinationDigest(determination),
      outcome: [account.inScope ? 'inScope' : 'outOfScope', account.scopeBecause],
    });
    await deps.commit(
      `account ${accountId}`,
      [deps.accounts.put(account), deps.determinations.put(determination), ...(overtaken?.items ?? [])],
      [entry, ...(overtaken?.entries ?? [])],
    );
    note('PARTIES_ASSESSED', { eventId, accountId, parties: parties.length, inScope: account.inScope });
    return { eventId, accountId, superseded: false };
  };

/** Sealed before the account names them: an account never points at facts that are not there. */
async function saveParties(
  { parties }: Dependencies,
  accountId: string,
  assessed: readonly PartyAssessment[],
): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  for (const { facts, record } of assessed) {
    const { digest } = await parties.save(
      { accountId, partyId: record.id, sequence: record.sequence },
      facts,
    );
    digests.set(record.id, digest);
  }
  return digests;
}
