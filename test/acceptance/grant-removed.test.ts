import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fewestAccounts } from '../../cli/demo/year-plan.ts';
import { runDemo } from '../support/demo-process.ts';
import { withoutGrant } from '../support/assembly-without-grant.ts';

// A grant of a step: what other roles lack is tried call by call in test/lib/grants-used.test.ts.
const [action, policy] = ['kms:GenerateMac', /AssessParties/] as const;

describe('a grant that is missing in the template', () => {
  it('stops the demonstration, which names it', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'denied-'));
    const assembly = withoutGrant(policy, action);
    const { code, stderr } = await runDemo({ directory, accounts: fewestAccounts, assembly });
    expect(stderr).toContain('AccessDenied');
    expect(stderr).toMatch(
      new RegExp(`User: arn:aws:\\S+ is not authorized to perform: ${action} on resource: arn:`),
    );
    expect(code).toBe(1);
  }, 120_000);
});
