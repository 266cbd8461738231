import { afterAll, beforeAll, describe, it } from 'vitest';
import { Gateway } from '../../../../local/servers/gateway.ts';
import { createDynamodb, type DynamodbService } from '../../../../local/servers/dynamodb/dynamodb-service.ts';
import type { Clients } from '../../../conformance/check.ts';
import { clientsFor } from '../../../conformance/clients.ts';
import { dynamodbChecks } from '../../../conformance/dynamodb.ts';
import { recordedSurroundings } from '../../../support/surroundings.ts';

describe('the embedded DynamoDB, through the SDK', () => {
  const surroundings = recordedSurroundings();
  let service: DynamodbService;
  let gateway: Gateway;
  let aws: Clients;

  beforeAll(async () => {
    service = await createDynamodb(surroundings);
    gateway = new Gateway([service]);
    aws = clientsFor(await gateway.listen());
  });

  afterAll(async () => {
    await gateway.close();
    await service.close();
    surroundings.clock.stop();
  });

  for (const check of dynamodbChecks) {
    // The check itself asserts; it throws where the behaviour differs.
    it(check.rule, () => check.run(aws));
  }
});
