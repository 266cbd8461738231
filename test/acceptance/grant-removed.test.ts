import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fewestAccounts } from '../../cli/demo/year-plan.ts';
import { runDemo } from '../support/demo-process.ts';
import { withoutGrant } from '../support/assembly-without-grant.ts';

// One grant of each way of failing: a step of the state machine, the door, and the machine's own role.
const grants = [
  { action: 'kms:GenerateMac', policy: /AssessParties/ },
  { action: 'sqs:SendMessage', policy: /ReceiveWebhook/ },
  { action: 'lambda:InvokeFunction', policy: /VerifyAccountRole/ },
];

describe('a grant that is missing in the template', () => {
  it.each(grants)(
    'stops the demonstration, which names $action',
    async ({ action, policy }) => {
      const directory = mkdtempSync(join(tmpdir(), 'denied-'));
      const assembly = withoutGrant(policy, action);
      const { code, stderr } = await runDemo({ directory, accounts: fewestAccounts, assembly });
      expect(stderr).toContain('AccessDenied');
      expect(stderr).toMatch(
        new RegExp(`User: arn:aws:\\S+ is not authorized to perform: ${action} on resource: arn:`),
      );
      expect(code).toBe(1);
    },
    120_000,
  );
});
