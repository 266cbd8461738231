import { z } from 'zod';
import type { OutboxStore } from '../../adapters/records/outbox-store.ts';
import type { ReportRecord, ReportStore } from '../../adapters/records/report-store.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import { auditEntry } from '../runtime/audit-draft.ts';
import { note } from '../runtime/observability.ts';
import type { CommitAudited } from '../runtime/records.ts';

const Input = z.looseObject({
  reportId: z.string(),
  asOf: z.string(),
  prefix: z.string(),
  manifestSha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export interface Dependencies {
  readonly reports: ReportStore;
  readonly outbox: OutboxStore;
  readonly commit: CommitAudited;
  readonly now: () => Date;
}

export interface RecordedReport {
  readonly reportId: string;
  readonly prefix: string;
  readonly manifestSha256: string;
  readonly notices: readonly string[];
}

/** Enters a stored package into the records: report, notice and audit entry together, once for each run. */
export const recordReport =
  (deps: Dependencies) =>
  async (input: unknown): Promise<RecordedReport> => {
    const { reportId, asOf, prefix, manifestSha256 } = Input.parse(input);
    const notice = readyNotice(reportId, manifestSha256, deps.now());
    const known = await deps.reports.load(reportId);
    if (known)
      return { reportId, prefix: known.prefix, manifestSha256: known.manifestSha256, notices: [notice.id] };
    const at = deps.now();
    const report: ReportRecord = {
      id: reportId,
      kind: 'certification',
      asOf,
      recordedAt: at.toISOString(),
      prefix,
      manifestSha256,
    };
    const entry = auditEntry('record-report', {
      at,
      action: 'report.recorded',
      subject: { kind: 'report', id: reportId, revision: 1 },
      evidence: manifestSha256,
      outcome: ['certification'],
    });
    await deps.commit(`report ${reportId}`, [deps.reports.put(report), deps.outbox.put(notice)], [entry]);
    note('REPORT_RECORDED', { reportId, manifestSha256 });
    return { reportId, prefix, manifestSha256, notices: [notice.id] };
  };

function readyNotice(reportId: string, manifestSha256: string, at: Date): Notice {
  return {
    id: `ntc_${reportId}`,
    type: 'report.ready',
    at: at.toISOString(),
    data: { report: reportId, kind: 'certification', manifestSha256 },
  };
}
