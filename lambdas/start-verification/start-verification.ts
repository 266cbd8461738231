import type { SQSRecord } from 'aws-lambda';
import { z } from 'zod';
import type { InboxStore } from '../../adapters/inbox/inbox-store.ts';
import { note } from '../runtime/observability.ts';

const Message = z.strictObject({
  eventId: z.string().regex(/^evt_[0-9a-f]{32}$/),
  attempt: z.int().min(1).max(9999),
});

export interface Dependencies {
  readonly inbox: Pick<InboxStore, 'markStarted'>;
  /** Starts an execution under this name; does nothing when one of that name exists. */
  readonly start: (name: string, input: { readonly eventId: string }) => Promise<void>;
}

/** Hands one queued event to the state machine. The execution's name is the event's, so that twice is once. */
export const startVerification =
  (deps: Dependencies) =>
  async (record: Pick<SQSRecord, 'body'>): Promise<void> => {
    const { eventId, attempt } = Message.parse(JSON.parse(record.body));
    await deps.start(`${eventId}-${attempt}`, { eventId });
    await deps.inbox.markStarted({ eventId, attempt });
    note('VERIFICATION_STARTED', { eventId, attempt });
  };
