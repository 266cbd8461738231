import type { MethodOutcome } from '../method-result.ts';
import type { ConformanceCase, ConformanceDelivery, Observation } from './conformance-case.ts';
import { IdentityCheckAnswer } from './identity-check.ts';

export interface ConformanceVerdict {
  readonly case: string;
  readonly rule: string;
  readonly conforms: boolean;
  readonly expected: string;
  /** What came instead, or what came. */
  readonly found: string;
}

interface Judged {
  readonly problem: string | null;
  readonly outcome: MethodOutcome | null;
}

/** Holds what came of a case against its rule; the first thing that is wrong is named. */
export function judgeConformance(
  { id, rule, deliveries, isRepeat }: ConformanceCase,
  observations: readonly Observation[],
  answerWithinSeconds: number,
): ConformanceVerdict {
  const judged = deliveries.map((delivery, at) =>
    judgeDelivery(delivery, observations[at], answerWithinSeconds),
  );
  const wrong = judged.findIndex(({ problem }) => problem !== null);
  const outcomes = [...new Set(judged.map(({ outcome }) => outcome))];
  const differ = isRepeat && outcomes.length > 1 ? `answers that differ: ${outcomes.join(', ')}` : null;
  const problem = judged[wrong]?.problem ?? differ;
  return {
    case: id,
    rule,
    conforms: problem === null,
    expected: expectationOf(deliveries[Math.max(wrong, 0)]),
    found: problem ?? observations.map(described).join(', then '),
  };
}

function expectationOf(delivery: ConformanceDelivery | undefined): string {
  const statuses = (delivery?.statuses ?? []).map((status) => `status ${status}`).join(' or ');
  return delivery?.statuses.includes(200)
    ? `${statuses}; of 200 ${delivery.outcomes.join(' or ')}`
    : statuses;
}

function described(observation: Observation): string {
  if ('failure' in observation) return observation.failure;
  return `status ${observation.status} in ${observation.seconds.toFixed(2)} s`;
}

function judgeDelivery(
  { checkId, statuses, outcomes, mayPassInTest }: ConformanceDelivery,
  observation: Observation | undefined,
  answerWithinSeconds: number,
): Judged {
  const no = (problem: string): Judged => ({ problem, outcome: null });
  if (observation === undefined) return no('not sent');
  if ('failure' in observation) {
    return no(observation.failure === 'timeout' ? `no answer in ${answerWithinSeconds} s` : 'no answer');
  }
  if (!statuses.includes(observation.status)) return no(`status ${observation.status}`);
  if (observation.status !== 200) return { problem: null, outcome: null };
  if (observation.isTooLarge) return no('an answer that is too large');
  if (!observation.isSigned) return no('an answer without a right signature over its own bytes');
  const answer = IdentityCheckAnswer.safeParse(parseJson(observation.body));
  if (!answer.success) return no('an answer that breaks identity-check-answer.schema.json');
  const { mode, outcome, reasons } = answer.data;
  if (answer.data.checkId !== checkId) return no('the answer to another check');
  if ((outcome === 'passed') !== (reasons.length === 0))
    return no('a pass with reasons, or anything else without');
  // What a stub passes verifies nobody, and it has said that it is one.
  const isAllowed = outcomes.includes(outcome) || (mayPassInTest && mode === 'test' && outcome === 'passed');
  return { problem: isAllowed ? null : `${outcome} in mode ${mode}`, outcome };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
