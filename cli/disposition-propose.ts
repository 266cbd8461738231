import type { MatchName } from './option-values.ts';
import { openCaseApi, type CaseApiOptions } from './stage/open-case-api.ts';
import { turnedAway } from './stage/turned-away.ts';

export interface DispositionProposeOptions extends CaseApiOptions {
  readonly match: MatchName;
  readonly because: string;
  readonly until?: string;
}

/** `kyc disposition propose CASE`. Throws AnswerIsNoError when the API turns it away. */
export async function dispositionPropose(caseId: string, options: DispositionProposeOptions): Promise<void> {
  const { match, because, until, ...who } = options;
  const proposal = { ...match, because, ...(until === undefined ? {} : { until }) };
  const { status, body } = await (await openCaseApi(who)).proposeDisposition(caseId, proposal);
  if (status !== 200) throw turnedAway(status, body);
  const made = body as { disposition: string; until: string };
  console.log(`${made.disposition}: proposed until ${made.until}; a second person has to confirm it`);
}
