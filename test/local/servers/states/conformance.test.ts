import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientsFor } from '../../../conformance/clients.ts';
import { statesChecks } from '../../../conformance/states.ts';
import { emulatedStates, type EmulatedStates } from './emulated-states.ts';

let aws: EmulatedStates;
beforeAll(async () => {
  aws = await emulatedStates();
});
afterAll(() => aws.close());

test.each(statesChecks.map((check) => [check.rule, check] as const))('%s', async (_rule, check) => {
  await expect(check.run(clientsFor(aws.endpoint))).resolves.toBeUndefined();
});
