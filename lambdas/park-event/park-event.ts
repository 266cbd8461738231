import { z } from 'zod';
import type { InboxStore } from '../../adapters/inbox/inbox-store.ts';
import type { AccountStore } from '../../adapters/records/account-store.ts';
import type { OutboxStore } from '../../adapters/records/outbox-store.ts';
import type { AccountRecord } from '../../domain/accounts/account-record.ts';
import { decisionNotices } from '../../domain/accounts/decision-notices.ts';
import { StoredRecordInvalidError } from '../../domain/errors/kyc-error.ts';
import { standingOf } from '../../domain/programme/account-standing.ts';
import { grantedPermission } from '../../domain/programme/granted-permission.ts';
import { auditEntry } from '../runtime/audit-draft.ts';
import { count, noteTrouble } from '../runtime/observability.ts';
import type { Policies } from '../runtime/policies.ts';
import type { CommitAudited } from '../runtime/records.ts';

const Input = z.strictObject({
  eventId: z.string(),
  /** The error's name as the state machine saw it; its cause stays in the execution's history. */
  error: z.string().max(256),
});

export interface Dependencies {
  readonly inbox: Pick<InboxStore, 'load' | 'park'>;
  readonly accounts: Pick<AccountStore, 'load' | 'put'>;
  readonly outbox: Pick<OutboxStore, 'put'>;
  readonly policy: Pick<Policies['provider'], 'permissions' | 'programme'>;
  readonly commit: CommitAudited;
  readonly now: () => Date;
}

/**
 * Puts an event that could not be processed aside, where a person finds it. Nothing of it is lost. What it says of its
 * account is not known meanwhile, so the account keeps no permission that was given without it.
 */
export const parkEvent =
  (deps: Dependencies) =>
  async (input: unknown): Promise<{ readonly eventId: string }> => {
    const { eventId, error } = Input.parse(input);
    const event = await deps.inbox.load(eventId);
    count('EventsParked', 1);
    noteTrouble('EVENT_PARKED', { eventId, error });
    if (event.status === 'parked') return { eventId };
    const at = deps.now();
    const entry = auditEntry('park-event', {
      at,
      action: 'event.parked',
      // The inbox counts its changes from the acceptance on, which is its first; entries count from the first change.
      subject: { kind: 'event', id: eventId, revision: event.revision },
      outcome: [codeOf(error)],
    });
    const restricted = await restriction(deps, event.accountId, at);
    await deps.commit(
      `event ${eventId}`,
      [deps.inbox.park(event, error), ...restricted.items],
      [entry, ...restricted.entries],
    );
    return { eventId };
  };

/** Takes the account's permission away until the event is processed; nothing where there is none to take. */
async function restriction(deps: Dependencies, accountId: string, at: Date) {
  const before = await readableAccount(deps, accountId);
  if (!before || before.permission === 'none') return { items: [], entries: [] };
  const { permission, conditions } = grantedPermission('underReview', deps.policy);
  // Its state in the programme stays: the event, once it is processed, may find nothing changed.
  const account: AccountRecord = {
    ...before,
    ...standingOf(before),
    revision: before.revision + 1,
    status: 'restricted',
    permission,
    reasons: ['eventParked'],
  };
  const notices = decisionNotices(account, before, at.toISOString(), { conditions, notices: [] });
  const entry = auditEntry('park-event', {
    at,
    action: 'account.restricted',
    subject: { kind: 'account', id: accountId, revision: account.revision },
    outcome: [account.status, account.permission, ...account.reasons],
  });
  return {
    items: [deps.accounts.put(account), ...notices.map((notice) => deps.outbox.put(notice))],
    entries: [entry],
  };
}

/** An account that cannot be read may be why the event is parked; that must not keep it from being parked. */
async function readableAccount({ accounts }: Dependencies, accountId: string): Promise<AccountRecord | null> {
  try {
    return await accounts.load(accountId);
  } catch (error) {
    if (!(error instanceof StoredRecordInvalidError)) throw error;
    noteTrouble('FUNCTION_FAILED', { error: error.name, detail: error.message });
    return null;
  }
}

/** Any error name, the empty one too, as a code that an audit entry takes: an event must not fail to be parked. */
function codeOf(error: string): string {
  const code = error.replaceAll(/[^A-Za-z0-9_.:/-]/g, '-').replace(/^[^A-Za-z0-9]+/, '');
  return code.slice(0, 128) || 'unnamed';
}
