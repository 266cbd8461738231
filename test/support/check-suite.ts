import { afterAll, beforeAll, describe, test } from 'vitest';
import { Gateway } from '../../local/servers/gateway.ts';
import type { Service } from '../../local/servers/service.ts';
import type { Check, Clients } from '../conformance/check.ts';
import { clientsFor } from '../conformance/clients.ts';

/** Tries each check on an emulated service, through the SDK and the gateway on loopback. */
export function describeChecks(name: string, service: Service, checks: readonly Check[]): void {
  describe(`${name} through the SDK`, () => {
    const gateway = new Gateway([service]);
    let aws: Clients;

    beforeAll(async () => {
      aws = clientsFor(await gateway.listen());
    });

    afterAll(async () => {
      for (const client of Object.values(aws) as { destroy: () => void }[]) client.destroy();
      await gateway.close();
    });

    test.each(checks)('$rule', async (check) => {
      await check.run(aws);
    });
  });
}
