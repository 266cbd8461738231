import { turnedAway } from './stage/turned-away.ts';
import { openCaseApi, type CaseApiOptions } from './stage/open-case-api.ts';

/** `kyc case show ID`: the case, the parties it is about and what they were found like, as JSON. */
export async function caseShow(caseId: string, options: CaseApiOptions): Promise<void> {
  const { status, body } = await (await openCaseApi(options)).show(caseId);
  if (status !== 200) throw turnedAway(status, body);
  console.log(JSON.stringify(body, undefined, 2));
}
