import type { InboxEvent, InboxStore } from '../../adapters/inbox/inbox-store.ts';
import type { Envelope } from '../../adapters/sealing/envelope.ts';
import { RecordMissingError } from '../../domain/errors/kyc-error.ts';
import type { InMemoryTransactions } from './in-memory-transactions.ts';

/** The inbox in memory; its parking and redriving are part of the transactions given. */
export function inMemoryInbox(transactions: InMemoryTransactions): InboxStore {
  const known = (eventId: string) => transactions.load('event', eventId) as InboxEvent | null;
  const changed = (event: InboxEvent, fields: Partial<InboxEvent>) =>
    transactions.put('event', event.eventId, event.revision + 1, {
      ...event,
      ...fields,
      revision: event.revision + 1,
    });
  return {
    accept: (event) => {
      const stored = known(event.eventId);
      if (!stored) {
        transactions.set('event', event.eventId, { ...event, status: 'received', attempt: 1, revision: 1 });
      }
      return Promise.resolve(stored);
    },
    load: (eventId) => {
      const event = known(eventId);
      return event
        ? Promise.resolve(event)
        : Promise.reject(new RecordMissingError(`event ${eventId} is not in the inbox`));
    },
    markStarted: ({ eventId, attempt }) => {
      const event = known(eventId);
      if (event?.status === 'received' && event.attempt === attempt) {
        transactions.set('event', eventId, { ...event, status: 'started' });
      }
      return Promise.resolve();
    },
    park: (event) => changed(event, { status: 'parked' }),
    redrive: (event) => changed(event, { status: 'received', attempt: event.attempt + 1 }),
    async *unfinished(status, receivedBefore) {
      const events = transactions.all('event') as InboxEvent[];
      const waiting = events.filter((event) => event.status === status && event.receivedAt <= receivedBefore);
      for (const { eventId } of waiting) yield await Promise.resolve(eventId);
    },
  };
}

/** Seals by naming the subject; opens for no other. */
export const inMemoryEnvelope: Envelope = {
  seal: (subject, plaintext) =>
    Promise.resolve({ v: 1, wrappedKey: Buffer.from(subject), ciphertext: Buffer.from(plaintext).reverse() }),
  unseal: (subject, { wrappedKey, ciphertext }) =>
    Buffer.from(wrappedKey).toString() === subject
      ? Promise.resolve(Buffer.from(ciphertext).reverse().toString())
      : Promise.reject(new Error(`sealed for another subject than ${subject}`)),
};
