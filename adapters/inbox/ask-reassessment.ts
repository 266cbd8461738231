import type { Reassessment } from '../../domain/accounts/reassess-account.ts';
import type { Envelope } from '../sealing/envelope.ts';
import { eventIdOf } from './event-id.ts';
import type { InboxStore } from './inbox-store.ts';
import { sealedSubject } from './sealed-subject.ts';
import type { EnqueueVerification } from './verification-queue.ts';

/** Asks for a new screening and decision of an account. Asked again for the same run, it has no second effect. */
export type AskReassessment = (accountId: string, runId: string) => Promise<void>;

/** Puts an event of our own into the inbox, where `verify-account` finds it as it finds those of the provider. */
export function askReassessment(
  inbox: Pick<InboxStore, 'accept'>,
  envelope: Pick<Envelope, 'seal'>,
  enqueue: EnqueueVerification,
  now: () => Date,
): AskReassessment {
  return async (accountId, runId) => {
    // A header holds no line feed, so no webhook-id of a provider can take this one’s place.
    const eventId = eventIdOf(`rescreen\n${runId}\n${accountId}`);
    const event: Reassessment = { type: 'account.rescreened', data: { account: accountId, run: runId } };
    const sealed = await envelope.seal(sealedSubject(eventId), JSON.stringify(event));
    const before = await inbox.accept({ eventId, accountId, receivedAt: now().toISOString(), sealed });
    if (before === null || before.status === 'received') {
      await enqueue({ eventId, attempt: before?.attempt ?? 1 });
    }
  };
}
