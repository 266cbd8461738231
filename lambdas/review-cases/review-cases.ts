import type { APIGatewayProxyEventV2WithIAMAuthorizer } from 'aws-lambda';
import { z } from 'zod';
import { AccountId } from '../../domain/accounts/account-event.ts';
import { faultsOf } from '../../domain/validation/faults.ts';
import { refusal, type HttpAnswer } from '../runtime/http-answer.ts';
import { decideStep, type DecideDependencies } from './decide-step.ts';
import { opinionRoute, proposalRoute } from './disposition-routes.ts';
import type { DispositionDependencies } from './propose-disposition.ts';
import { Because } from './reviewer-reason.ts';
import { signingPerson } from './signing-person.ts';
import { listCases, showCase, type ViewDependencies } from './view-cases.ts';
import { listAccountDispositions, listDispositions } from './view-dispositions.ts';

export type Dependencies = DecideDependencies & ViewDependencies & DispositionDependencies;

const CaseId = z.string().regex(/^case_[0-9a-f]{20}$/);

const VerdictBody = z.strictObject({ verdict: z.enum(['approve', 'refuse']), because: Because });

const whoMaySign =
  'expected a request signed (AWS Signature Version 4) by an IAM user or through IAM Identity Center; the session ' +
  'name of any other role is chosen by whoever assumes it and names no person';

/**
 * The small case API: look at cases, decide them, mark their matches as false. Who acts is who signed the request; a
 * claim in the body counts nothing.
 */
export const reviewCases =
  (deps: Dependencies) =>
  async (request: APIGatewayProxyEventV2WithIAMAuthorizer): Promise<HttpAnswer> => {
    const by = signingPerson(signerOf(request));
    if (!by) return refusal(403, whoMaySign);
    const { accountId, dispositionId } = request.pathParameters ?? {};
    switch (request.routeKey) {
      case 'GET /cases':
        return listCases(deps);
      case 'GET /dispositions':
        return listDispositions(deps);
      case 'GET /accounts/{accountId}/dispositions':
        return onAccount(accountId, (id) => listAccountDispositions(deps, id));
      case 'POST /dispositions/{dispositionId}/opinion':
        return opinionRoute(deps, dispositionId, parse(request), by);
      default:
        return onCase(deps, request, by);
    }
  };

async function onAccount(
  rawId: string | undefined,
  act: (accountId: string) => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  const accountId = AccountId.safeParse(rawId);
  return accountId.success ? act(accountId.data) : refusal(404, 'there is no such account');
}

async function onCase(
  deps: Dependencies,
  request: APIGatewayProxyEventV2WithIAMAuthorizer,
  by: string,
): Promise<HttpAnswer> {
  const caseId = CaseId.safeParse(request.pathParameters?.caseId);
  if (!caseId.success) return refusal(404, 'there is no such case; `kyc case list` shows those that wait');
  if (request.routeKey === 'GET /cases/{caseId}') return showCase(deps, caseId.data, by);
  if (request.routeKey === 'POST /cases/{caseId}/dispositions')
    return proposalRoute(deps, caseId.data, parse(request), by);
  const body = VerdictBody.safeParse(parse(request));
  if (!body.success)
    return refusal(422, 'expected { "verdict": "approve" | "refuse", "because": text }', {
      faults: faultsOf(body.error),
    });
  return decideStep(deps, caseId.data, { ...body.data, by });
}

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
