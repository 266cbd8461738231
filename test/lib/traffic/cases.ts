import { caseApi, type CaseApi } from '../../../cli/stage/case-api.ts';
import { caseStore } from '../../../adapters/records/case-store.ts';
import { commit } from '../../../adapters/records/transaction.ts';
import type { CaseRecord } from '../../../domain/cases/case-record.ts';
import type { DrivenStage } from './driven-stage.ts';

/** The case API as one of the people of the embedded AWS uses it. */
export function reviewer(stage: DrivenStage, name: 'alice' | 'bob'): CaseApi {
  const secretAccessKey = stage.aws.people[name]?.secretAccessKey ?? '';
  return caseApi(stage.names.ApiUrl, {
    region: stage.region,
    credentials: { accessKeyId: name, secretAccessKey },
  });
}

export async function caseOf(stage: DrivenStage, account: string): Promise<CaseRecord> {
  for await (const record of casesOf(stage).waiting()) if (record.accountId === account) return record;
  throw new Error(`no case of account ${account} waits`);
}

/** Closes a case without telling its execution, as a function that dies between the two leaves it. */
export async function closeUntold(stage: DrivenStage, account: string): Promise<CaseRecord> {
  const before = await caseOf(stage, account);
  const closed = { ...before, state: 'approved', revision: before.revision + 1, released: false } as const;
  await commit(stage.clients.documents, `case ${closed.id}`, [casesOf(stage).put(closed)]);
  return closed;
}

function casesOf({ clients, names }: DrivenStage) {
  return caseStore(clients.documents, names.RecordsTable);
}
