import type { Context } from 'aws-lambda';
import type { InboxStore } from '../../adapters/inbox/inbox-store.ts';
import type { EnqueueVerification } from '../../adapters/inbox/verification-queue.ts';
import type { CaseStore } from '../../adapters/records/case-store.ts';
import type { OutboxStore } from '../../adapters/records/outbox-store.ts';
import type { DeliverNotice } from '../runtime/notice-delivery.ts';
import { count, note } from '../runtime/observability.ts';
import type { ReleaseReview } from '../runtime/review-release.ts';
import { moveEach } from './move-each.ts';

export interface Dependencies {
  readonly inbox: Pick<InboxStore, 'load' | 'unfinished'>;
  readonly outbox: Pick<OutboxStore, 'pending'>;
  readonly cases: Pick<CaseStore, 'unreleased'>;
  readonly enqueue: EnqueueVerification;
  readonly deliver: DeliverNotice;
  readonly release: ReleaseReview;
  readonly now: () => Date;
}

export interface Swept {
  readonly released: number;
  readonly queued: number;
  readonly delivered: number;
  /** Notices that the provider still has not taken. */
  readonly pending: number;
  /** Releases and events that could not be moved on, and kinds whose time was up before their end. */
  readonly failed: number;
}

// A message that its consumer dropped comes back after 180 s, five times in all (lib/storage/queues.ts): after 15
// minutes it is lost or dead. Sooner, a repeat would only lengthen the backlog that keeps the event waiting.
const eventPatienceMs = 15 * 60_000;

// What has waited this long was not merely on its way: a delivery and its retries take under a minute, and what waits for
// the lock of a sender that died (statemachines/README.md) finds the notice sent and goes on.
const noticePatienceMs = 2 * 60_000;

// One refusal may be about that notice; three in a row, at 5 s of silence each, are an endpoint that is down.
const refusalsAtMost = 3;

/**
 * Moves on what a crash, an outage or a lost message has left behind: executions that were not told of their closed
 * case, events that no execution has, notices the provider has not taken. One failure does not stop the rest, and no
 * kind can use up the time of the next: what depends on the provider comes last.
 */
export const sweepPending =
  (deps: Dependencies) =>
  async (context: Context): Promise<Swept> => {
    const before = (patienceMs: number) => new Date(deps.now().getTime() - patienceMs).toISOString();
    const isTimeLeft = timeShares(context);
    const releases = await moveEach(deps.cases.unreleased(), deps.release, {
      isTimeLeft: isTimeLeft('releases'),
    });
    const events = await moveEach(
      deps.inbox.unfinished('received', before(eventPatienceMs)),
      async (eventId) => {
        const { status, attempt } = await deps.inbox.load(eventId);
        if (status === 'received') await deps.enqueue({ eventId, attempt });
      },
      { isTimeLeft: isTimeLeft('events') },
    );
    const notices = await moveEach(
      deps.outbox.pending(before(noticePatienceMs)),
      ({ id }) => deps.deliver(id, context),
      { isTimeLeft: isTimeLeft('notices'), failuresInARow: refusalsAtMost },
    );
    const failed = [releases, events].reduce((sum, kind) => sum + kind.failed + (kind.isCut ? 1 : 0), 0);
    const pending = notices.failed + notices.left;
    count('SweepFailures', failed);
    count('NoticesPending', pending);
    const swept = { released: releases.done, queued: events.done, delivered: notices.done, pending, failed };
    note('SWEEP_FINISHED', swept);
    return swept;
  };

/** A third of the time for each kind; one that is done early leaves its rest to the next. */
function timeShares(context: Context) {
  const whole = context.getRemainingTimeInMillis();
  // The last one leaves time for a notice under way (5 s) and for the metrics.
  const untilLeft = { releases: (whole * 2) / 3, events: whole / 3, notices: Math.min(15_000, whole / 6) };
  return (kind: keyof typeof untilLeft) => () => context.getRemainingTimeInMillis() > untilLeft[kind];
}
