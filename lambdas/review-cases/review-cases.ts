import type { APIGatewayProxyEventV2WithIAMAuthorizer } from 'aws-lambda';
import { z } from 'zod';
import { AccountId } from '../../domain/accounts/account-event.ts';
import { faultsOf } from '../../domain/validation/faults.ts';
import { refusal, type HttpAnswer } from '../runtime/http-answer.ts';
import { decideStep, type DecideDependencies } from './decide-step.ts';
import { listCases, showCase, type ViewDependencies } from './view-cases.ts';

export type Dependencies = DecideDependencies & ViewDependencies;

const CaseId = z.string().regex(/^case_[0-9a-f]{20}$/);

const VerdictBody = z.strictObject({
  verdict: z.enum(['approve', 'refuse']),
  because: z.string().trim().min(10, 'expected a reason of at least 10 characters').max(2000),
});

/** The small case API: list, show, decide. Who acts is who signed the request; a claim in the body counts nothing. */
export const reviewCases =
  (deps: Dependencies) =>
  async (request: APIGatewayProxyEventV2WithIAMAuthorizer): Promise<HttpAnswer> => {
    const by = personOf(request);
    if (!by)
      return refusal(403, 'expected a request signed by a person of this account (AWS Signature Version 4)');
    const rawId = request.pathParameters?.caseId;
    if (request.routeKey === 'GET /cases') return listCases(deps);
    const caseId = CaseId.safeParse(rawId);
    if (!caseId.success) return refusal(404, 'there is no such case; `kyc case list` shows those that wait');
    if (request.routeKey === 'GET /cases/{caseId}') return showCase(deps, caseId.data, by);
    const body = VerdictBody.safeParse(parse(request));
    if (!body.success)
      return refusal(422, 'expected { "verdict": "approve" | "refuse", "because": text }', {
        faults: faultsOf(body.error),
      });
    return decideStep(deps, caseId.data, { ...body.data, by });
  };

/** The last part of the caller's ARN: a user's name, or the session of a role that a person assumed. */
function personOf(request: APIGatewayProxyEventV2WithIAMAuthorizer): string | null {
  const arn = (request.requestContext as Partial<typeof request.requestContext>).authorizer?.iam.userArn;
  const name = arn?.split('/').at(-1) ?? '';
  return AccountId.safeParse(name.replaceAll(/[@+=,]/g, '-')).data ?? null;
}

function parse(request: APIGatewayProxyEventV2WithIAMAuthorizer): unknown {
  try {
    return JSON.parse(
      Buffer.from(request.body ?? '', request.isBase64Encoded ? 'base64' : 'utf8').toString('utf8'),
    );
  } catch {
    return undefined;
  }
}
