import type { Truth } from '../identity/three-valued.ts';
import type { DiligencePack } from '../policy/diligence-pack.ts';

/** What a person answered to a question about a customer. A question without an answer is unanswered, never no. */
export type RedFlagAnswer = 'yes' | 'no' | 'notKnown';

export interface RedFlag {
  readonly question: string;
  readonly text: string;
  readonly rule: string;
  readonly answer: RedFlagAnswer | null;
  /** Null: nobody has answered, or it is not known. */
  readonly isRaised: Truth;
}

/**
 * The checklist with what was answered, in the order of the pack.
 * @throws RangeError for an answer to a question that the pack does not ask
 */
export function redFlags(
  answers: Readonly<Record<string, RedFlagAnswer>>,
  { redFlags: { rule, questions } }: Pick<DiligencePack, 'redFlags'>,
): RedFlag[] {
  const stray = Object.keys(answers).find((id) => !questions.some((question) => question.id === id));
  if (stray !== undefined) throw new RangeError(`answer ${stray}: expected the id of a question of the pack`);
  return questions.map(({ id, text, flagWhen }) => {
    const answer = answers[id] ?? null;
    const isRaised = answer === null || answer === 'notKnown' ? null : answer === flagWhen;
    return { question: id, text, rule, answer, isRaised };
  });
}
