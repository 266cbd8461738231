import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Gateway } from '../../../../local/servers/gateway.ts';
import { createSqs } from '../../../../local/servers/sqs/sqs-service.ts';
import type { Clients } from '../../../conformance/check.ts';
import { clientsFor } from '../../../conformance/clients.ts';
import { sqsChecks } from '../../../conformance/sqs.ts';
import { recordedSurroundings } from '../../../support/surroundings.ts';

describe('the embedded SQS', () => {
  const surroundings = recordedSurroundings();
  let endpoint = '';
  const gateway = new Gateway([createSqs(surroundings, { endpoint: () => endpoint })]);
  let aws: Clients;

  beforeAll(async () => {
    endpoint = await gateway.listen();
    aws = clientsFor(endpoint);
  });

  afterAll(async () => {
    surroundings.clock.stop();
    await gateway.close();
  });

  it.each(sqsChecks)('$rule', async (check) => {
    await expect(check.run(aws)).resolves.toBeUndefined();
  });
});
