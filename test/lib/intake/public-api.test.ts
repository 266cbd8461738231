import { describe, expect, it } from 'vitest';
import { DeployedApp } from '../deployed-app.ts';

const app = new DeployedApp();
const stage = app.find('AWS::ApiGatewayV2::Stage', 'PublicApiStage').properties;
const routes = app.ofType('AWS::ApiGatewayV2::Route').map(({ properties }) => properties);

describe('the HTTP API', () => {
  it('is open for signed webhooks and wants an IAM identity for everything about cases', () => {
    const authorization = routes.map(({ RouteKey, AuthorizationType }) => [RouteKey, AuthorizationType]);
    expect(Object.fromEntries(authorization)).toEqual({
      'POST /webhooks/accounts': 'NONE',
      'GET /cases': 'AWS_IAM',
      'GET /cases/{caseId}': 'AWS_IAM',
      'POST /cases/{caseId}/verdict': 'AWS_IAM',
      'POST /cases/{caseId}/dispositions': 'AWS_IAM',
      'GET /dispositions': 'AWS_IAM',
      'POST /dispositions/{dispositionId}/opinion': 'AWS_IAM',
      'GET /accounts/{accountId}/dispositions': 'AWS_IAM',
    });
  });

  it('may invoke its two functions for its own routes, and nobody else may by a resource policy', () => {
    const permissions = app.ofType('AWS::Lambda::Permission').map(({ properties }) => {
      const { FunctionName, Principal, SourceArn } = properties;
      return [FunctionName, Principal, String(SourceArn).split(':PublicApi').at(-1)];
    });
    expect(permissions).toEqual([
      ['IntakeReceiveWebhook', 'apigateway.amazonaws.com', '/*/*/webhooks/accounts'],
      ['ReviewReviewCases', 'apigateway.amazonaws.com', '/*/*/cases'],
      ['ReviewReviewCases', 'apigateway.amazonaws.com', '/*/*/cases/{caseId}'],
      ['ReviewReviewCases', 'apigateway.amazonaws.com', '/*/*/cases/{caseId}/verdict'],
      ['ReviewReviewCases', 'apigateway.amazonaws.com', '/*/*/cases/{caseId}/dispositions'],
      ['ReviewReviewCases', 'apigateway.amazonaws.com', '/*/*/dispositions'],
      ['ReviewReviewCases', 'apigateway.amazonaws.com', '/*/*/dispositions/{dispositionId}/opinion'],
      ['ReviewReviewCases', 'apigateway.amazonaws.com', '/*/*/accounts/{accountId}/dispositions'],
    ]);
  });

  it('logs each request without its address, its caller, its path or its body', () => {
    const { Format } = stage.AccessLogSettings as { readonly Format: string };
    const logged = [...Format.matchAll(/\$context\.[A-Za-z.]+/g)].map(([field]) => field);
    // A path holds the id of a case; the route does not.
    expect(logged).toEqual([
      '$context.requestId',
      '$context.routeKey',
      '$context.status',
      '$context.responseLatency',
      '$context.error.messageString',
    ]);
  });

  it('takes a bounded number of requests', () => {
    expect(stage.DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 });
  });
});
