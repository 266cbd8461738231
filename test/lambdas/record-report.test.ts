import '../support/quiet-functions.ts';
import { describe, expect, it } from 'vitest';
import { recordReport } from '../../lambdas/record-report/record-report.ts';
import { InMemoryRecords } from '../support/in-memory-records.ts';

const input = {
  reportId: 'certification-2027-01-15',
  asOf: '2027-01-15T06:00:00.000Z',
  prefix: 'certification/2027/run-1',
  manifestSha256: 'a'.repeat(64),
  accounts: 3,
};

function recorder() {
  const records = new InMemoryRecords();
  return { records, record: recordReport({ ...records.ports(), now: () => new Date(input.asOf) }) };
}

describe('recording a report', () => {
  it('writes record, notice and audit entry together', async () => {
    const { records, record } = recorder();
    const recorded = await record(input);
    expect(recorded).toMatchObject({ reportId: input.reportId, manifestSha256: input.manifestSha256 });
    expect(records.notices()).toMatchObject([{ id: recorded.notices[0], type: 'report.ready' }]);
    expect(records.entries).toMatchObject([
      { action: 'report.recorded', evidence: input.manifestSha256, subject: { id: input.reportId } },
    ]);
  });

  it('keeps the first package when the same report is assembled again', async () => {
    const { records, record } = recorder();
    const first = await record(input);
    const second = await record({
      ...input,
      prefix: 'certification/2027/run-2',
      manifestSha256: 'b'.repeat(64),
    });
    expect(second).toEqual(first);
    expect(records.entries).toHaveLength(1);
  });

  it('records nothing without the digest of the manifest', async () => {
    const { records, record } = recorder();
    await expect(record({ ...input, manifestSha256: '' })).rejects.toThrow('manifestSha256');
    expect(records.entries).toEqual([]);
  });
});
