import { auditPut } from '../adapters/audit-log/audit-put.ts';
import { inboxStore } from '../adapters/inbox/inbox-store.ts';
import { verificationQueue } from '../adapters/inbox/verification-queue.ts';
import { commit } from '../adapters/records/transaction.ts';
import { RecordMissingError } from '../domain/errors/kyc-error.ts';
import { AnswerIsNoError, CouldNotTellError } from './outcome-errors.ts';
import { operatorEntry } from './stage/operator-entry.ts';
import { withStage, type StageOptions } from './stage/stage.ts';

/** `kyc inbox redrive EVENT`: the change and its audit entry in one transaction, then the queue. */
export async function inboxRedrive(eventId: string, options: StageOptions): Promise<void> {
  await withStage(options, async (stage) => {
    const { clients, names } = stage;
    const inbox = inboxStore(clients.documents, names.InboxTable);
    const event = await inbox.load(eventId).catch((error: unknown) => {
      throw error instanceof RecordMissingError ? new CouldNotTellError(error.message) : error;
    });
    if (event.status === 'started')
      throw new AnswerIsNoError(`${eventId} is not parked: an execution has it`);
    const attempt = event.status === 'parked' ? event.attempt + 1 : event.attempt;
    if (event.status === 'parked') {
      // The inbox counts its changes from the acceptance on, which is its first; entries count from the first change.
      const subject = { kind: 'event', id: eventId, revision: event.revision };
      const entry = operatorEntry(subject, 'event.redriven', [], new Date());
      await commit(clients.documents, `event ${eventId}`, [
        inbox.redrive(event),
        auditPut(names.AuditTable, entry),
      ]);
    }
    await verificationQueue(clients.sqs, names.VerificationQueue)({ eventId, attempt });
    console.log(`${eventId} is queued again, attempt ${attempt}.`);
  });
}
