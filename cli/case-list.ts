import { openCaseApi, type CaseApiOptions } from './stage/open-case-api.ts';

/** `kyc case list`. */
export async function caseList(options: CaseApiOptions): Promise<void> {
  const cases = await (await openCaseApi(options)).list();
  if (cases.length === 0) console.log('No case waits for a person.');
  for (const { id, state, dueAt, accountId, reasons, proposal } of cases) {
    const by = proposal ? ` (${proposal.verdict} proposed by ${proposal.by})` : '';
    console.log(
      `${id}  ${state.padEnd(8)}  due ${dueAt.slice(0, 10)}  ${accountId}  ${reasons.join(', ')}${by}`,
    );
  }
}
