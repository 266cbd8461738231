import type { Context } from 'aws-lambda';
import type { InboxStore } from '../../adapters/inbox/inbox-store.ts';
import type { CaseStore } from '../../adapters/records/case-store.ts';
import type { OutboxStore } from '../../adapters/records/outbox-store.ts';
import type { DeliverNotice } from '../runtime/notice-delivery.ts';
import { count, note, noteTrouble } from '../runtime/observability.ts';
import type { ReleaseReview } from '../runtime/review-release.ts';
import { withholdDetails } from '../runtime/withhold-details.ts';

export interface Dependencies {
  readonly inbox: Pick<InboxStore, 'load' | 'unfinished'>;
  readonly outbox: Pick<OutboxStore, 'pending'>;
  readonly cases: Pick<CaseStore, 'unreleased'>;
  readonly enqueue: (event: { readonly eventId: string; readonly attempt: number }) => Promise<void>;
  readonly deliver: DeliverNotice;
  readonly release: ReleaseReview;
  readonly now: () => Date;
}

export interface Swept {
  readonly queued: number;
  readonly delivered: number;
  readonly released: number;
  readonly failed: number;
}

// What has waited this long was not merely on its way: a delivery and its retries take under a minute.
const patienceMs = 2 * 60_000;

/**
 * Moves on what a crash, an outage or a lost message has left behind: events that no execution has, notices the
 * provider has not taken, executions that were not told of their closed case. One failure does not stop the rest.
 */
export const sweepPending =
  (deps: Dependencies) =>
  async (context: Context): Promise<Swept> => {
    const before = new Date(deps.now().getTime() - patienceMs).toISOString();
    const queued = await each(deps.inbox.unfinished('received', before), async (eventId) => {
      const { status, attempt } = await deps.inbox.load(eventId);
      if (status === 'received') await deps.enqueue({ eventId, attempt });
    });
    const delivered = await each(deps.outbox.pending(before), ({ id }) => deps.deliver(id, context));
    const released = await each(deps.cases.unreleased(), deps.release);
    const failed = queued.failed + delivered.failed + released.failed;
    count('SweepFailures', failed);
    count('NoticesPending', delivered.failed);
    const swept = { queued: queued.done, delivered: delivered.done, released: released.done, failed };
    note('SWEEP_FINISHED', swept);
    return swept;
  };

async function each<T>(
  items: AsyncIterable<T>,
  move: (item: T) => Promise<void>,
): Promise<{ done: number; failed: number }> {
  let done = 0;
  let failed = 0;
  for await (const item of items) {
    try {
      await move(item);
      done += 1;
    } catch (error) {
      failed += 1;
      const { name, message } = withholdDetails(error);
      noteTrouble('FUNCTION_FAILED', { error: name, detail: message });
    }
  }
  return { done, failed };
}
