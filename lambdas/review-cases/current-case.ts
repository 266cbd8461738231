import type { CaseStore } from '../../adapters/records/case-store.ts';
import type { CaseRecord } from '../../domain/cases/case-record.ts';
import { ConcurrentChangeError } from '../../domain/errors/kyc-error.ts';
import { refusal, type HttpAnswer } from '../runtime/http-answer.ts';

// Two people at one case collide once; whoever loses three times competes with more than people.
const attempts = 3;

/** Acts on a case as it stands, and again on the newer one when somebody changed it meanwhile. */
export async function onCurrentCase(
  cases: Pick<CaseStore, 'load'>,
  caseId: string,
  act: (record: CaseRecord) => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const record = await cases.load(caseId);
    if (!record) return refusal(404, 'there is no such case; `kyc case list` shows those that wait');
    try {
      return await act(record);
    } catch (error) {
      if (!(error instanceof ConcurrentChangeError)) throw error;
    }
  }
  return refusal(409, 'somebody else is working on this case, try again');
}
