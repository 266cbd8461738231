import { AnswerIsNoError } from '../outcome-errors.ts';
import { postEvent, type WebhookTarget } from '../stage/post-event.ts';
import { firstDenied } from '../stage/troubles.ts';
import type { ScenarioEvent, Wave } from './scenario.ts';
import type { SimulatedYear } from './simulated-year.ts';

// What a provider's own queue would do; more would only wait for the two cores.
const senders = 8;

/** Posts the events of a wave, a few at a time, and waits until all are decided. Sending it again changes nothing. */
export async function sendWave(
  year: SimulatedYear,
  target: WebhookTarget,
  wave: Wave,
  what: string,
): Promise<void> {
  year.progress.phase(what, wave.length);
  const queue = wave.values();
  const sender = async (): Promise<void> => {
    // The senders share one iterator: each takes the next event that nobody has taken.
    for (const event of queue) await sendOne(year, target, event);
  };
  await Promise.all(Array.from({ length: senders }, sender));
  await year.workedOff(what);
}

async function sendOne(year: SimulatedYear, target: WebhookTarget, event: ScenarioEvent): Promise<void> {
  const { webhookId, account, body } = event;
  const answer = await postEvent(target, { id: webhookId, body }, year.now());
  if (answer.status === 202) return;
  const because = firstDenied(year.stage) ?? answer.body;
  throw new AnswerIsNoError(`${account}: expected 202 from the webhook, found ${answer.status}: ${because}`);
}
