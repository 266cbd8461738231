import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Gateway } from '../../../../local/servers/gateway.ts';
import { createS3 } from '../../../../local/servers/s3/s3-service.ts';
import type { Clients } from '../../../conformance/check.ts';
import { clientsFor } from '../../../conformance/clients.ts';
import { s3Checks } from '../../../conformance/s3.ts';
import { recordedSurroundings } from '../../../support/surroundings.ts';

describe('the embedded S3', () => {
  const surroundings = recordedSurroundings();
  const gateway = new Gateway([createS3(surroundings)]);
  let aws: Clients;

  beforeAll(async () => {
    aws = clientsFor(await gateway.listen());
  });

  afterAll(async () => {
    surroundings.clock.stop();
    await gateway.close();
  });

  it.each(s3Checks)('$rule', async (check) => {
    await expect(check.run(aws)).resolves.toBeUndefined();
  });
});
