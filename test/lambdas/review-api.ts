import type { APIGatewayProxyEventV2WithIAMAuthorizer } from 'aws-lambda';
import { policies } from '../../lambdas/runtime/policies.ts';
import { reviewCases, type Dependencies } from '../../lambdas/review-cases/review-cases.ts';
import type { VerificationRig } from './verification-rig.ts';

export interface ApiAnswered {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** The case API over a rig's records. Every person signs as the IAM user of that name. */
export function reviewApi(rig: VerificationRig, differing: Partial<Dependencies> = {}) {
  const handle = reviewCases({
    ...rig.records.ports(),
    now: () => rig.now,
    terms: policies.provider.review,
    dispositionTerms: policies.provider.dispositions,
    heartbeat: () => Promise.resolve(),
    release: () => Promise.resolve(),
    ...differing,
  });
  return async (
    by: string,
    routeKey: string,
    pathParameters: Record<string, string> = {},
    body?: unknown,
  ): Promise<ApiAnswered> => {
    const userArn = `arn:aws:iam::000000000000:user/${by}`;
    const answer = await handle({
      ...{ routeKey, pathParameters },
      requestContext: { authorizer: { iam: { userArn } } },
      body: JSON.stringify(body),
      isBase64Encoded: false,
    } as unknown as APIGatewayProxyEventV2WithIAMAuthorizer);
    return { status: answer.statusCode, body: JSON.parse(answer.body) as Record<string, unknown> };
  };
}
