import type { DispositionOpinion } from '../domain/dispositions/step-disposition.ts';
import { openCaseApi, type CaseApiOptions } from './stage/open-case-api.ts';
import { turnedAway } from './stage/turned-away.ts';

export interface DispositionAnswerOptions extends CaseApiOptions {
  readonly because: string;
}

const outcomes: Readonly<Record<string, string>> = {
  confirmed: 'the match is marked as false',
  rejected: 'the match stays a match',
  releaseProposed: 'release proposed: a second person has to say the same',
  released: 'the match is back at the next screening',
};

/** `kyc disposition confirm|reject|release|keep ID`. Throws AnswerIsNoError when the API turns it away. */
export async function dispositionAnswer(
  id: string,
  opinion: DispositionOpinion,
  options: DispositionAnswerOptions,
): Promise<void> {
  const { because, ...who } = options;
  const { status, body } = await (await openCaseApi(who)).answerDisposition(id, { opinion, because });
  if (status !== 200) throw turnedAway(status, body);
  const { state, until } = body as { state: string; until: string };
  console.log(`${outcomes[state] ?? state}${state === 'confirmed' ? ` until ${until}` : ''}`);
}
