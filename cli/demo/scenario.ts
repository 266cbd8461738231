import type { AccountEvent } from '../../domain/accounts/account-event.ts';

/** The chapters of the simulated year, in order. */
export const chapters = ['july', 'august', 'january'] as const;
export type Chapter = (typeof chapters)[number];

/** One delivery to the webhook: the same bytes whenever it is sent, so that a repeat is a repeat. */
export interface ScenarioEvent {
  readonly webhookId: string;
  readonly account: string;
  readonly body: string;
}

/** Events that may arrive in any order among themselves; a later wave waits for the end of the one before. */
export type Wave = readonly ScenarioEvent[];

/** Standard Webhooks ids come from the sender; ours name account and sequence, so that they never differ. */
export function scenarioEvent(event: AccountEvent): ScenarioEvent {
  const { account, sequence } = event.data;
  return { webhookId: `msg_${account}_${sequence}`, account, body: JSON.stringify(event) };
}
