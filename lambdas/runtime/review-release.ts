import {
  InvalidToken,
  SendTaskSuccessCommand,
  TaskDoesNotExist,
  TaskTimedOut,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import type { CaseStore } from '../../adapters/records/case-store.ts';
import type { CaseRecord } from '../../domain/cases/case-record.ts';
import { isClosed } from '../../domain/cases/case-transitions.ts';
import { note } from './observability.ts';

/** Tells the waiting execution that its case is closed. It reads the verdict from the case itself. */
export type ReleaseReview = (record: CaseRecord) => Promise<void>;

export function reviewRelease(sfn: SFNClient, cases: Pick<CaseStore, 'markReleased'>): ReleaseReview {
  return async (record) => {
    // Without a token the execution has not come to wait yet; it asks again when it does.
    if (!isClosed(record.state) || record.released || record.taskToken === null) return;
    try {
      const output = JSON.stringify({ caseId: record.id });
      await sfn.send(new SendTaskSuccessCommand({ taskToken: record.taskToken, output }));
    } catch (error) {
      // The execution went on by itself: its time was up, or somebody told it already.
      if (!isOver(error)) throw error;
    }
    await cases.markReleased(record);
    note('REVIEW_RELEASED', { caseId: record.id, state: record.state });
  };
}

function isOver(error: unknown): boolean {
  return error instanceof TaskTimedOut || error instanceof TaskDoesNotExist || error instanceof InvalidToken;
}
