import { ServiceError } from '../service-error.ts';
import type { MessageStore, StoredMessage } from './message-store.ts';

/**
 * A handle names one receive of one message, in words of its own: it needs no table, and is good after a restart.
 * AWS promises nothing about what is inside.
 */
export function receiptHandle(message: StoredMessage): string {
  const parts = [message.queue, message.sequence, message.id, message.receiveCount];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/**
 * The message of a handle, or `undefined` when it is gone or was received again since: its newest handle alone counts
 * (API reference, DeleteMessage).
 *
 * @throws ServiceError `ReceiptHandleIsInvalid` for what is no handle of this queue
 */
export function findByHandle(
  messages: MessageStore,
  queue: string,
  handle: string,
): StoredMessage | undefined {
  const [ofQueue, sequence, id, receiveCount] = read(handle);
  if (ofQueue !== queue || typeof sequence !== 'number') {
    throw new ServiceError(
      'ReceiptHandleIsInvalid',
      `The input receipt handle is not one of ${queue}: ${handle}`,
    );
  }
  const message = messages.find(sequence);
  const isSameReceive =
    message?.queue === queue && message.id === id && message.receiveCount === receiveCount;
  return isSameReceive ? message : undefined;
}

function read(handle: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(handle, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
