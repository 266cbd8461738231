import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificationEnd, startCertification } from '../../cli/stage/certification-run.ts';
import { downloadPackage } from '../../cli/stage/download-package.ts';
import { exportAuditLog } from '../../cli/stage/export-audit-log.ts';
import { verifyLog } from '../../domain/audit-verifier/verify-log.ts';
import { bundlePath } from '../../domain/audit/tile-path.ts';
import { accountCreated, individual } from '../support/account-events.ts';
import { sharedAssembly } from '../support/assembly.ts';
import { startAws, type RunningAws } from '../support/running-aws.ts';

interface Report {
  readonly reproducibility: { readonly rows: { readonly sha256: string } };
}

const withinMs = 60_000;
const american = { citizenships: ['US'], location: { country: 'US', as: 'located' as const } };

describe('certification and audit log', () => {
  let running: RunningAws;
  const directory = mkdtempSync(join(tmpdir(), 'certification-'));

  beforeAll(async () => {
    running = await startAws({ assembly: sharedAssembly() });
    const customers = [individual(), individual({ id: 'p_2', identity: { outcome: 'notPerformed' } })];
    for (const [place, customer] of [...customers, individual({ id: 'p_3', ...american })].entries()) {
      await running.send(accountCreated({ account: `acct_${place}`, customer, owners: [] }));
    }
    await running.aws.settled();
  });

  afterAll(async () => {
    await running.close();
  });

  async function certify(name: string) {
    const report = await certificationEnd(running, await startCertification(running), withinMs);
    await downloadPackage(running, report, join(directory, name));
    const text = (file: string) => readFileSync(join(directory, name, file), 'utf8');
    return { report, json: JSON.parse(text('report.json')) as Report, html: text('report.html') };
  }

  describe('R-23: counts that can be reproduced', () => {
    it('gives the same rows and figures when it is made again over the same book', async () => {
      const [first, second] = [await certify('first'), await certify('second')];
      expect(first.report.reportId).not.toBe(second.report.reportId);
      expect(second.json.reproducibility).toEqual(first.json.reproducibility);
    });

    it('says on the page that the rule was proposed and that every account is invented', async () => {
      const { html } = await certify('page');
      expect(html).toContain('proposed');
      expect(html).toContain('Every account in it is invented');
    });
  });

  describe('R-42: an append-only, hash-chained log of everything that was decided', () => {
    it('verifies by code that the writer does not share, and notices one changed letter', async () => {
      await running.run(running.names.SequenceFunction);
      const copy = join(directory, 'audit');
      const { head, vkey } = await exportAuditLog(running, copy);
      expect(await verifyLog(copy, { vkey })).toMatchObject({ verdict: 'verified', size: head.size });
      const bundle = join(copy, bundlePath(0, head.size % 256));
      const forged = readFileSync(bundle, 'latin1').replace('account.assessed', 'account.assesseD');
      writeFileSync(bundle, forged, 'latin1');
      expect(await verifyLog(copy, { vkey })).toMatchObject({ verdict: 'failed' });
    });
  });
});
