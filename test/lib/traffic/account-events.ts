import type { WebhookAnswer } from '../../../cli/stage/post-event.ts';
import { postEvent } from '../../../cli/stage/post-event.ts';
import type { DrivenStage } from './driven-stage.ts';

/** A US person of whom everything is known: nothing to do but to screen her. */
export const plainCustomer = {
  kind: 'individual',
  name: 'Mary Ellen Plainfield',
  citizenships: ['US'],
  permanentResidentOf: [],
  location: { country: 'US', as: 'located' },
  identity: { outcome: 'verified', method: 'documentary' },
};

/** A foreign person who has told an address to write to and little else. */
export const sparseCustomer = {
  kind: 'individual',
  name: 'Jonas Beispiel',
  citizenships: ['DE'],
  permanentResidentOf: [],
  location: { country: 'DE', as: 'located' },
  email: 'jonas@example.com',
};

/** Somebody with a name of the OFAC list. */
export const listedCustomer = { ...plainCustomer, kind: 'entity', name: 'BANCO NACIONAL DE CUBA' };

/** Sends `account.created`, signed now. @param webhookId the account's name, so that the same call is a repeat */
export async function createAccount(
  stage: DrivenStage,
  account: string,
  customer: object,
  webhookId = `msg-${account}`,
): Promise<WebhookAnswer> {
  const data = { account, sequence: 1, customer: { id: `${account}-c`, ...customer } };
  const body = JSON.stringify({ type: 'account.created', timestamp: '2026-01-05T08:00:00Z', data });
  const target = { url: stage.names.WebhookUrl, secret: stage.webhookSecret };
  const answer = await postEvent(target, { id: webhookId, body }, new Date(stage.clock.now()));
  await stage.aws.settled();
  return answer;
}
