import { z } from 'zod';
import type { InboxStore } from '../../adapters/inbox/inbox-store.ts';
import { auditEntry } from '../runtime/audit-draft.ts';
import { count, noteTrouble } from '../runtime/observability.ts';
import type { CommitAudited } from '../runtime/records.ts';

const Input = z.strictObject({
  eventId: z.string(),
  /** The error's name as the state machine saw it; its cause stays in the execution's history. */
  error: z.string().max(256),
});

export interface Dependencies {
  readonly inbox: Pick<InboxStore, 'load' | 'park'>;
  readonly commit: CommitAudited;
  readonly now: () => Date;
}

/** Puts an event that could not be processed aside, where a person finds it. Nothing of it is lost. */
export const parkEvent =
  (deps: Dependencies) =>
  async (input: unknown): Promise<{ readonly eventId: string }> => {
    const { eventId, error } = Input.parse(input);
    const event = await deps.inbox.load(eventId);
    count('EventsParked', 1);
    noteTrouble('EVENT_PARKED', { eventId, error });
    if (event.status === 'parked') return { eventId };
    const entry = auditEntry('park-event', {
      at: deps.now(),
      action: 'event.parked',
      // The inbox counts its changes from the acceptance on, which is its first; entries count from the first change.
      subject: { kind: 'event', id: eventId, revision: event.revision },
      outcome: [codeOf(error)],
    });
    await deps.commit(`event ${eventId}`, [deps.inbox.park(event, error)], [entry]);
    return { eventId };
  };

/** Any error name, the empty one too, as a code that an audit entry takes: an event must not fail to be parked. */
function codeOf(error: string): string {
  const code = error.replaceAll(/[^A-Za-z0-9_.:/-]/g, '-').replace(/^[^A-Za-z0-9]+/, '');
  return code.slice(0, 128) || 'unnamed';
}
