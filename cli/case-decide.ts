import { turnedAway } from './stage/turned-away.ts';
import { openCaseApi, type CaseApiOptions } from './stage/open-case-api.ts';
import type { GivenVerdict } from './stage/case-api.ts';

export interface CaseDecideOptions extends CaseApiOptions, GivenVerdict {}

/** `kyc case decide ID`. Throws AnswerIsNoError when the API turns the verdict away. */
export async function caseDecide(caseId: string, options: CaseDecideOptions): Promise<void> {
  const { verdict, because, ...who } = options;
  const { status, body } = await (await openCaseApi(who)).decide(caseId, { verdict, because });
  if (status !== 200) throw turnedAway(status, body);
  const { state } = body as { state: string };
  console.log(
    state === 'proposed' ? `proposed: a second person has to say the same` : `the case is ${state}`,
  );
}
