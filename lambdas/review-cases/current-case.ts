import type { CaseStore } from '../../adapters/records/case-store.ts';
import type { CaseRecord } from '../../domain/cases/case-record.ts';
import { refusal, type HttpAnswer } from '../runtime/http-answer.ts';
import { againWhenChanged } from './again-when-changed.ts';

/** Acts on a case as it stands, and again on the newer one when somebody changed it meanwhile. */
export function onCurrentCase(
  cases: Pick<CaseStore, 'load'>,
  caseId: string,
  act: (record: CaseRecord) => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  return againWhenChanged('case', async () => {
    const record = await cases.load(caseId);
    return record
      ? act(record)
      : refusal(404, 'there is no such case; `kyc case list` shows those that wait');
  });
}
