import { inboxStore } from '../../adapters/inbox/inbox-store.ts';
import { eventIdOf } from '../../adapters/inbox/event-id.ts';
import { signDelivery } from '../../adapters/webhooks/standard-webhooks.ts';
import { RecordMissingError } from '../../domain/errors/kyc-error.ts';
import { post, postEvent, type WebhookTarget } from '../stage/post-event.ts';
import type { ScenarioEvent } from './scenario.ts';
import type { SimulatedYear } from './simulated-year.ts';

/** A delivery that must be turned away, and what was answered. */
export interface Knock {
  readonly id: string;
  readonly title: string;
  readonly expected: number;
  readonly found: number;
  /** Whether the inbox holds anything of it. */
  readonly isKept: boolean;
}

interface BadDelivery {
  readonly id: string;
  readonly title: string;
  readonly expected: number;
  readonly body: string;
  readonly secondsOld?: number;
  readonly forged?: true;
}

// docs/design.md, "Webhook in": more than the 300 s of tolerance, more than 256 KiB.
const staleSeconds = 600;
const oversizedBytes = 256 * 1024 + 1;

/** Tries the door with what nobody may bring in (R-42: nothing is kept of it). */
export async function knockAtDoor(
  year: SimulatedYear,
  target: WebhookTarget,
  sample: ScenarioEvent,
): Promise<Knock[]> {
  const inbox = inboxStore(year.stage.clients.documents, year.stage.names.InboxTable);
  const knocks: Knock[] = [];
  for (const bad of badDeliveries(sample.body)) {
    const webhookId = `knock_${bad.id}`;
    const body = Buffer.from(bad.body);
    const signedAt = new Date(year.now().getTime() - (bad.secondsOld ?? 0) * 1000);
    const secret = bad.forged ? Buffer.alloc(33, 'forged').toString('base64') : target.secret;
    const { status } = await post(target.url, body, signDelivery(webhookId, body, secret, signedAt));
    const isKept = await inbox.load(eventIdOf(webhookId)).then(() => true, missing);
    const { id, title, expected } = bad;
    knocks.push({ id, title, expected, found: status, isKept });
  }
  return knocks;
}

/** The same delivery once more: it must get the same answer. */
export async function deliverAgain(
  year: SimulatedYear,
  target: WebhookTarget,
  { webhookId, body }: ScenarioEvent,
): Promise<boolean> {
  const first = await postEvent(target, { id: webhookId, body }, year.now());
  const second = await postEvent(target, { id: webhookId, body }, year.now());
  return first.status === 202 && second.status === first.status && second.body === first.body;
}

function badDeliveries(good: string): BadDelivery[] {
  const { type, timestamp, data } = JSON.parse(good) as Record<string, unknown>;
  const wrongShape = JSON.stringify({ type, timestamp, data: { ...(data as object), sequence: 'first' } });
  return [
    { id: 'forged', title: 'signed with another secret', expected: 401, body: good, forged: true },
    { id: 'stale', title: 'signed ten minutes ago', expected: 401, body: good, secondsOld: staleSeconds },
    { id: 'not-json', title: 'no JSON', expected: 400, body: good.slice(0, -1) },
    { id: 'wrong-shape', title: 'a field of the wrong type', expected: 422, body: wrongShape },
    { id: 'oversized', title: 'more than 256 KiB', expected: 413, body: 'x'.repeat(oversizedBytes) },
  ];
}

function missing(error: unknown): false {
  if (error instanceof RecordMissingError) return false;
  throw error;
}
