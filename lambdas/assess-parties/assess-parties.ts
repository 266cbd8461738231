import { z } from 'zod';
import type { InboxEvent, InboxStore } from '../../adapters/inbox/inbox-store.ts';
import { sealedSubject } from '../../adapters/inbox/sealed-subject.ts';
import type { AccountStore } from '../../adapters/records/account-store.ts';
import type { CaseStore } from '../../adapters/records/case-store.ts';
import {
  determinationDigest,
  type Determination,
  type DeterminationStore,
} from '../../adapters/records/determination-store.ts';
import type { PartyWriter } from '../../adapters/records/party-store.ts';
import type { SequenceClaims } from '../../adapters/records/sequence-claims.ts';
import { sealedDigest, type Envelope } from '../../adapters/sealing/envelope.ts';
import { AccountEvent } from '../../domain/accounts/account-event.ts';
import type { AccountRecord } from '../../domain/accounts/account-record.ts';
import {
  assessAccount,
  type Assessment,
  type AssessmentContext,
} from '../../domain/accounts/assess-account.ts';
import type { PartyAssessment } from '../../domain/accounts/assess-party.ts';
import type { CaseRecord } from '../../domain/cases/case-record.ts';
import { Reassessment } from '../../domain/accounts/reassess-account.ts';
import { SequenceConflictError } from '../../domain/errors/kyc-error.ts';
import { auditEntry } from '../runtime/audit-draft.ts';
import { loadCase, overtakenCase } from '../runtime/case-steps.ts';
import { note } from '../runtime/observability.ts';
import { policyVersionsById } from '../runtime/policies.ts';
import type { CommitAudited } from '../runtime/records.ts';
import { reassess } from './reassess.ts';

const Input = z.strictObject({ eventId: z.string() });

/** What the provider sends, and what our own re-screening puts in beside it. */
const InboxBody = z.discriminatedUnion('type', [...AccountEvent.options, Reassessment]);

export interface Dependencies {
  readonly inbox: Pick<InboxStore, 'load'>;
  readonly envelope: Pick<Envelope, 'unseal'>;
  readonly accounts: AccountStore;
  readonly parties: PartyWriter;
  readonly cases: CaseStore;
  readonly claims: SequenceClaims;
  readonly determinations: DeterminationStore;
  readonly commit: CommitAudited;
  readonly pack: AssessmentContext['pack'];
  readonly placeRules: AssessmentContext['placeRules'];
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
    const event = InboxBody.parse(JSON.parse(text));
    if (event.type === 'account.rescreened') return reassess(deps, inboxEvent, event);
    const accountId = event.data.account;
    const { sequence } = event.data;
    const holder = await deps.claims.holder(accountId, sequence);
    if (holder !== null && holder !== eventId) throw conflict(accountId, sequence, eventId, holder);
    const before = await deps.accounts.load(accountId);
    const openCase = before?.openCase ? await loadCase(deps.cases, before.openCase) : null;
    const result = assessAccount(before, event, {
      eventId,
      receivedAt: inboxEvent.receivedAt,
      isRefusalPending: openCase?.state === 'refused',
      pack: deps.pack,
      placeRules: deps.placeRules,
    });
    const read: ReadEvent = { inboxEvent, event, at: deps.now() };
    if (result.outcome === 'superseded') {
      if (holder === null) await recordSuperseded(deps, read);
      return { eventId, accountId, superseded: before?.eventId !== eventId };
    }
    await recordAssessed(deps, read, result, openCase);
    const { account, parties } = result;
    note('PARTIES_ASSESSED', { eventId, accountId, parties: parties.length, inScope: account.inScope });
    return { eventId, accountId, superseded: false };
  };

interface ReadEvent {
  readonly inboxEvent: InboxEvent;
  readonly event: AccountEvent;
  readonly at: Date;
}

async function recordAssessed(
  deps: Dependencies,
  { inboxEvent, event, at }: ReadEvent,
  { account, parties, ownership }: Extract<Assessment, { outcome: 'assessed' }>,
  openCase: CaseRecord | null,
): Promise<void> {
  const { eventId } = inboxEvent;
  const digests = await saveParties(deps, account, parties);
  const determination: Determination = {
    accountId: account.id,
    kind: 'assessment',
    key: eventId,
    at: at.toISOString(),
    body: {
      input: sealedDigest(inboxEvent.sealed),
      policies: policyVersionsById,
      scope: { inScope: account.inScope, because: account.scopeBecause },
      ownership,
      parties: parties.map(({ record, role, limbs, places: { sanctions, headquarters } }) => ({
        ...record,
        role,
        // Why a limb holds names the nationality: that stays in the sealed facts, from which it can be derived again.
        limbs: limbs.map(({ limb, holds }) => ({ limb, holds })),
        places: { sanctions, headquarters },
        input: digests.get(record.id),
      })),
    },
  };
  const overtaken = openCase && overtakenCase(deps.cases, openCase, at);
  const entry = auditEntry('assess-parties', {
    at,
    action: 'account.assessed',
    actor: { kind: 'provider', id: eventId },
    subject: { kind: 'account', id: account.id, revision: account.revision },
    evidence: determinationDigest(determination),
    outcome: [account.inScope ? 'inScope' : 'outOfScope', account.scopeBecause],
  });
  await deps.commit(
    `account ${account.id}`,
    [
      deps.accounts.put(account),
      deps.determinations.put(determination),
      deps.claims.claim(account.id, event.data.sequence, eventId),
      ...(overtaken?.items ?? []),
    ],
    [entry, ...(overtaken?.entries ?? [])],
  );
}

/** A late event changes nothing, and that is a fact the trail keeps: nobody can say later that it was lost. */
async function recordSuperseded(deps: Dependencies, { inboxEvent, event, at }: ReadEvent): Promise<void> {
  const { eventId, accountId } = inboxEvent;
  const entry = auditEntry('assess-parties', {
    at,
    action: 'event.superseded',
    actor: { kind: 'provider', id: eventId },
    // Not of the kind `event`: the inbox counts its own changes, and the next of them may be that the event is parked.
    subject: { kind: 'late-event', id: eventId, revision: 1 },
    evidence: sealedDigest(inboxEvent.sealed),
    outcome: ['superseded'],
  });
  await deps.commit(
    `event ${eventId}`,
    [deps.claims.claim(accountId, event.data.sequence, eventId)],
    [entry],
  );
  note('EVENT_SUPERSEDED', { eventId, accountId });
}

function conflict(
  accountId: string,
  sequence: number,
  eventId: string,
  holder: string,
): SequenceConflictError {
  return new SequenceConflictError(
    `event ${eventId} has sequence ${sequence} of account ${accountId}, which event ${holder} has; ` +
      'send it again with a number of its own',
  );
}

/** Sealed before the account names them: an account never points at facts that are not there. */
async function saveParties(
  { parties }: Dependencies,
  { id: accountId, eventId }: AccountRecord,
  assessed: readonly PartyAssessment[],
): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  for (const { facts, record } of assessed) {
    const { digest } = await parties.save(
      { accountId, partyId: record.id, sequence: record.sequence },
      eventId,
      facts,
    );
    digests.set(record.id, digest);
  }
  return digests;
}
