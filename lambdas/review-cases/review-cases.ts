import type { APIGatewayProxyEventV2WithIAMAuthorizer } from 'aws-lambda';
import { z } from 'zod';
import { faultsOf } from '../../domain/validation/faults.ts';
import { refusal, type HttpAnswer } from '../runtime/http-answer.ts';
import { decideStep, type DecideDependencies } from './decide-step.ts';
import { signingPerson } from './signing-person.ts';
import { listCases, showCase, type ViewDependencies } from './view-cases.ts';

export type Dependencies = DecideDependencies & ViewDependencies;

const CaseId = z.string().regex(/^case_[0-9a-f]{20}$/);

const VerdictBody = z.strictObject({
  verdict: z.enum(['approve', 'refuse']),
  because: z.string().trim().min(10, 'expected a reason of at least 10 characters').max(2000),
});

const whoMaySign =
  'expected a request signed (AWS Signature Version 4) by an IAM user or through IAM Identity Center; the session ' +
  'name of any other role is chosen by whoever assumes it and names no person';

/** The small case API: list, show, decide. Who acts is who signed the request; a claim in the body counts nothing. */
export const reviewCases =
  (deps: Dependencies) =>
  async (request: APIGatewayProxyEventV2WithIAMAuthorizer): Promise<HttpAnswer> => {
    const by = signingPerson(signerOf(request));
    if (!by) return refusal(403, whoMaySign);
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

/** The ARN that signed; empty where nobody did. */
function signerOf(request: APIGatewayProxyEventV2WithIAMAuthorizer): string {
  const { authorizer } = request.requestContext as Partial<typeof request.requestContext>;
  return authorizer?.iam.userArn ?? '';
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
