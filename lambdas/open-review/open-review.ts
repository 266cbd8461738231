import type { Context } from 'aws-lambda';
import { z } from 'zod';
import type { CaseStore } from '../../adapters/records/case-store.ts';
import type { CaseRecord } from '../../domain/cases/case-record.ts';
import { auditEntry } from '../runtime/audit-draft.ts';
import { loadCase } from '../runtime/case-steps.ts';
import type { DeliverNotice } from '../runtime/notice-delivery.ts';
import { note, noteTrouble } from '../runtime/observability.ts';
import type { CommitAudited } from '../runtime/records.ts';
import type { ReleaseReview } from '../runtime/review-release.ts';
import { withholdDetails } from '../runtime/withhold-details.ts';

const Input = z.strictObject({
  caseId: z.string(),
  taskToken: z.string().min(1).max(2048),
  notices: z.array(z.string()),
});

export interface Dependencies {
  readonly cases: CaseStore;
  readonly commit: CommitAudited;
  readonly deliver: DeliverNotice;
  readonly release: ReleaseReview;
  readonly now: () => Date;
}

/** Notes which execution waits for the case, and tells the provider that a person is looking. */
export const openReview =
  (deps: Dependencies) =>
  async (input: unknown, context: Context): Promise<void> => {
    const { caseId, taskToken, notices } = Input.parse(input);
    const before = await loadCase(deps.cases, caseId);
    const record: CaseRecord = { ...before, taskToken, released: false, revision: before.revision + 1 };
    const entry = auditEntry('open-review', {
      at: deps.now(),
      action: 'case.awaited',
      subject: { kind: 'case', id: caseId, revision: record.revision },
      outcome: [record.state],
    });
    await deps.commit(`case ${caseId}`, [deps.cases.put(record)], [entry]);
    note('REVIEW_OPENED', { caseId, accountId: record.accountId });
    // Somebody may have closed the case before we came to wait.
    await deps.release(record);
    await tellProvider(deps, notices, context);
  };

/** A provider that does not answer must not keep a case from its reviewers: the sweep sends the notice again. */
async function tellProvider(deps: Dependencies, notices: readonly string[], context: Context): Promise<void> {
  for (const noticeId of notices) {
    try {
      await deps.deliver(noticeId, context);
    } catch (error) {
      const { name, message } = withholdDetails(error);
      noteTrouble('NOTICE_PENDING', { noticeId, error: name, detail: message });
    }
  }
}
