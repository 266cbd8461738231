import { afterAll, beforeAll, describe, inject } from 'vitest';
import { startAws, type RunningAws } from '../support/running-aws.ts';
import { changedDeliveries } from './changed-deliveries.ts';
import { oddDeliveries } from './odd-deliveries.ts';
import { refusedDeliveries } from './refused-deliveries.ts';
import { repeatedDeliveries } from './repeated-deliveries.ts';

describe('the webhook', () => {
  let running: RunningAws;
  const aws = () => running;

  // One for all of them: what starting it costs is what most of them would cost alone.
  beforeAll(async () => {
    running = await startAws({ assembly: inject('assembly'), withList: false });
  });

  afterAll(() => running.close());

  // In this order: the first looks for itself in every store and log, and the last brings in accounts of which nobody
  // could say how they have to end.
  refusedDeliveries(aws);
  repeatedDeliveries(aws);
  oddDeliveries(aws);
  changedDeliveries(aws);
});
