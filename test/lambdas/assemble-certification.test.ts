import '../support/quiet-functions.ts';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Manifest, type PackagedFile } from '../../domain/reporting/package-manifest.ts';
import { proposedRuleNotice } from '../../domain/reporting/legal-notice.ts';
import { CertificationReport } from '../../domain/reporting/certification-report-schema.ts';
import { assembleCertification } from '../../lambdas/assemble-certification/assemble-certification.ts';
import { countingPolicy } from '../../lambdas/assemble-certification/counting-policy.ts';
import { policies } from '../../lambdas/runtime/policies.ts';
import { accountCreated, company, individual } from '../support/account-events.ts';
import { VerificationRig } from './verification-rig.ts';

const run = { runId: 'run-1', asOf: '2027-01-15T06:00:00.000Z', scheduledAt: null };

async function assembled(provenance: 'demonstration' | 'production' = 'demonstration', input: object = run) {
  const rig = new VerificationRig();
  await rig.received('msg_1', accountCreated());
  const unverified = company({ id: 'c_2', identity: { outcome: 'notPerformed' } });
  await rig.received('msg_2', accountCreated({ account: 'acct_2', customer: unverified }));
  const us = individual({ id: 'p_9', citizenships: ['US'], location: { country: 'US', as: 'located' } });
  await rig.received('msg_3', accountCreated({ account: 'acct_3', customer: us, owners: [] }));
  const stored: (PackagedFile & { prefix: string })[] = [];
  const assemble = assembleCertification({
    accounts: rig.records.accounts,
    listsInUse: () => Promise.resolve(null),
    logState: () => Promise.resolve({ version: 1, size: 9, rootHash: 'c'.repeat(64), pending: null }),
    store: (prefix, files) => {
      stored.push(...files.map((file) => ({ ...file, prefix })));
      return Promise.resolve();
    },
    policies,
    about: {
      PROVIDER_ID: 'acme',
      PROVIDER_NAME: 'Acme Cloud',
      PROVENANCE: provenance,
      CODE_VERSION: '0.1.0',
    },
    now: () => new Date('2027-01-15T06:00:01.000Z'),
  });
  const result = await assemble(input);
  const text = (path: string) =>
    Buffer.from(stored.find((file) => file.path === path)?.bytes ?? '').toString('utf8');
  return { result, stored, text, report: () => CertificationReport.parse(JSON.parse(text('report.json'))) };
}

describe('assembling a certification', () => {
  it('counts every customer, each foreign owner once, and the foreign accounts nobody verified', async () => {
    const { result, report } = await assembled();
    expect(result.accounts).toBe(3);
    const totals = report().items.flatMap((item) =>
      item.state === 'produced' && item.value.kind !== 'narrative' ? [[item.id, item.value.total]] : [],
    );
    expect(totals).toEqual([
      ['F1-11', 3],
      ['F1-12', 1],
      ['F1-14', 1],
    ]);
  });

  it('stores the manifest last, with the SHA-256 of every file before it', async () => {
    const { result, stored, text } = await assembled();
    const manifest = Manifest.parse(JSON.parse(text('manifest.json')));
    expect(stored.at(-1)?.path).toBe('manifest.json');
    expect(manifest.files.map(({ path }) => path).sort()).toEqual(
      stored
        .slice(0, -1)
        .map(({ path }) => path)
        .sort(),
    );
    for (const { path, sha256 } of manifest.files) {
      expect(createHash('sha256').update(text(path)).digest('hex')).toBe(sha256);
    }
    expect(createHash('sha256').update(text('manifest.json')).digest('hex')).toBe(result.manifestSha256);
  });

  it('says that it is invented, in the report and in the manifest', async () => {
    const { report, text } = await assembled('demonstration');
    expect(report().provenance.demonstration).toBe(true);
    expect(Manifest.parse(JSON.parse(text('manifest.json'))).about.demonstration).toBe(true);
    expect((await assembled('production')).report().provenance.demonstration).toBe(false);
  });

  it('names what it was counted under: packs, list, log', async () => {
    const { reproducibility } = (await assembled()).report();
    expect(reproducibility.policies.map(({ id, status }) => [id, status])).toContainEqual([
      'us-iaas-nprm-2024',
      'proposed',
    ]);
    expect(reproducibility.auditLog).toEqual({ size: 9, root: 'c'.repeat(64) });
    // No list was in use: the digest is that of nothing, and no list is named.
    expect(reproducibility.lists).toEqual([]);
  });

  it('is one report for one day of the schedule, however often that fires', async () => {
    const scheduled = { ...run, scheduledAt: '2027-01-15T06:00:00Z' };
    const once = await assembled('demonstration', scheduled);
    const again = await assembled('demonstration', { ...scheduled, runId: 'run-2' });
    expect(again.result.reportId).toBe(once.result.reportId);
  });

  it('gives the same figures and the same row digest for the same records', async () => {
    const [one, other] = [await assembled(), await assembled()];
    expect(one.text('rows.sha256')).toBe(other.text('rows.sha256'));
    expect(one.text('report.json')).toBe(other.text('report.json'));
  });

  it('counts as the pack says', () => {
    const { identification } = policies;
    const { certificationCounts: counts } = identification;
    const another = { ...counts, owners: { ...counts.owners, unit: 'personPerAccount' as const } };
    expect(countingPolicy(identification).owners.unit).toBe('person');
    expect(countingPolicy({ ...identification, certificationCounts: another }).owners.unit).toBe(
      'personPerAccount',
    );
  });

  it('says of the withdrawal what the pack says', () => {
    const withdrawal = { reportedFor: '2026-02', confidence: 'high', source: 'a later finding' } as const;
    const notice = proposedRuleNotice({ asOf: '2027-01-02', withdrawal });
    expect(notice).toMatchObject({ confidence: 'high', checkedOn: '2027-01-02' });
    expect(notice.statement).toContain('reportedly withdrawn in February 2026');
    expect(notice.sources).toContain('Of the withdrawal: a later finding');
  });
});
