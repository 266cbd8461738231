import type { MethodResult } from '../../domain/verification/method-result.ts';
import {
  afterFailure,
  closedCircuit,
  mayAsk,
  type Circuit,
  type CircuitPolicy,
} from '../../domain/verification/provider/circuit.ts';
import type { IdentityCheckRequest } from '../../domain/verification/provider/identity-check.ts';
import { providerResult, unanswered } from '../../domain/verification/provider/provider-result.ts';
import { askOnce, type Attempt, type RawAnswer, type SignedEndpoint } from './signed-exchange.ts';

/** Where the circuit of one provider is kept; two who write at once lose a failure, which only delays the opening. */
export interface CircuitStore {
  read(): Promise<Circuit>;
  write(circuit: Circuit): Promise<void>;
}

export interface HttpMethodOptions {
  readonly endpoint: SignedEndpoint;
  readonly circuit: CircuitStore;
  readonly circuitPolicy: CircuitPolicy;
  /** Milliseconds before each further attempt; none: one attempt. */
  readonly waitsMs: readonly number[];
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly now: () => Date;
}

/** What was asked and what came, to be sealed beside the result. */
export interface RecordedExchange {
  readonly checkId: string;
  readonly attempts: readonly { readonly at: string; readonly came: string }[];
  /** The last answer that came, if any did. */
  readonly answer: RawAnswer | null;
}

export interface OutsideCheck {
  readonly result: MethodResult;
  readonly exchange: RecordedExchange;
}

/**
 * Asks an outside provider. It never throws for what the provider does: an outage, a slow or a wrong answer, a wrong
 * signature are each `notPerformed` with a reason, and never a pass.
 */
export function httpMethod(
  options: HttpMethodOptions,
): (request: IdentityCheckRequest) => Promise<OutsideCheck> {
  return async (request) => {
    const { circuit, now, circuitPolicy } = options;
    const before = await circuit.read();
    if (!mayAsk(before, now())) {
      return {
        result: unanswered(request, 'circuitOpen'),
        exchange: { checkId: request.checkId, attempts: [], answer: null },
      };
    }
    const { last, exchange } = await askRepeatedly(request, options);
    const result = resultOf(request, last);
    const after = isProvidersFault(last, result) ? afterFailure(before, now(), circuitPolicy) : closedCircuit;
    if (after.failures !== before.failures || after.openUntil !== before.openUntil)
      await circuit.write(after);
    return { result, exchange };
  };
}

/** The same id and the same bytes each time, so that the provider does the work once. */
async function askRepeatedly(request: IdentityCheckRequest, options: HttpMethodOptions) {
  const { endpoint, waitsMs, wait, now } = options;
  const question = { id: request.checkId, body: Buffer.from(JSON.stringify(request)) };
  const attempts: { at: string; came: string }[] = [];
  let answer: RawAnswer | null = null;
  let last: Attempt = { failure: 'unreachable' };
  for (const pauseMs of [0, ...waitsMs]) {
    if (pauseMs > 0) await wait(pauseMs);
    const at = now().toISOString();
    last = await askOnce(endpoint, question, request.answerWithinSeconds * 1000, now);
    if ('status' in last) answer = last;
    attempts.push({ at, came: 'status' in last ? `status ${last.status}` : last.failure });
    if (!mayImprove(last)) break;
  }
  return { last, exchange: { checkId: request.checkId, attempts, answer } };
}

/** Too many requests, and what the provider itself calls its own fault. */
function mayImprove(attempt: Attempt): boolean {
  return 'failure' in attempt || attempt.status === 429 || attempt.status >= 500;
}

function resultOf(request: IdentityCheckRequest, last: Attempt): MethodResult {
  if ('failure' in last)
    return unanswered(request, last.failure === 'timeout' ? 'providerSlow' : 'providerDown');
  if (mayImprove(last)) return unanswered(request, 'providerDown');
  if (last.status !== 200) return unanswered(request, `providerRefused.${last.status}`);
  if (last.isCut) return unanswered(request, 'answerTooLarge');
  if (last.signature !== 'authentic') return unanswered(request, `answerNotAuthentic.${last.signature}`);
  return providerResult(request, last.body.toString('utf8'));
}

/** A refusal of this request, or an answer that it could not perform it, is no reason to stop asking others. */
function isProvidersFault(last: Attempt, { reasons }: MethodResult): boolean {
  if (mayImprove(last)) return true;
  return reasons.some(
    (reason) =>
      reason === 'answerMalformed' || reason === 'answerTooLarge' || reason.startsWith('answerNotAuthentic.'),
  );
}
