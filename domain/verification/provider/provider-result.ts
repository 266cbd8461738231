import { MethodResult, type Value } from '../method-result.ts';
import { notPerformed } from '../verification-method.ts';
import { IdentityCheckAnswer, type IdentityCheckRequest } from './identity-check.ts';

/** Where nothing else is known of what answered. */
const unknownVersion = 'unknown';

/**
 * What an outside provider's answer is worth. One that cannot be read, is for another check, or comes from a stub is
 * not performed, whatever it says.
 *
 * @param body the answer's JSON; whoever calls has checked the signature
 */
export function providerResult(request: IdentityCheckRequest, body: string): MethodResult {
  const parsed = IdentityCheckAnswer.safeParse(parseJson(body));
  if (!parsed.success) return unanswered(request, 'answerMalformed');
  const { checkId, mode, provider, outcome, reasons, facts, discrepancies, evidence } = parsed.data;
  const version = `${provider.name} ${provider.version}`.slice(0, 64);
  if (checkId !== request.checkId) return unanswered(request, 'answerForAnotherCheck', version);
  if (mode !== 'live') return unanswered(request, 'answerNotLive', version);
  const result = MethodResult.safeParse({
    method: request.method,
    methodVersion: version,
    category: request.category,
    outcome,
    reasons,
    facts: facts.map((fact) => ({ ...fact, value: asPersonal(fact.value) })),
    discrepancies: discrepancies.map(({ stated, found, ...rest }) => ({
      ...rest,
      stated: stated && asPersonal(stated),
      found: found && asPersonal(found),
    })),
    evidence: evidence.map(({ kind, description }) => ({
      kind,
      description: description.map((fact) => ({ ...fact, value: asPersonal(fact.value) })),
    })),
  });
  return result.success ? result.data : unanswered(request, 'answerContradictory', version);
}

/** Nobody answered, or not in a way that counts; the reason says which. */
export function unanswered(
  { method: id, category }: Pick<IdentityCheckRequest, 'method' | 'category'>,
  reason: string,
  version = unknownVersion,
): MethodResult {
  return notPerformed({ id, category, version }, reason);
}

/** What others call open is sealed all the same. */
function asPersonal({ text }: Value): Value {
  return { text, isPersonal: true };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
