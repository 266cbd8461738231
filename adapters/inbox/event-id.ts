import { createHash } from 'node:crypto';

/** Our id of an event: the same for every delivery of it, safe in names and keys. */
export function eventIdOf(webhookId: string): string {
  return `evt_${createHash('sha256').update(webhookId).digest('hex').slice(0, 32)}`;
}
