import { Validations } from 'aws-cdk-lib';
import { HttpApi, HttpStage, LogGroupLogDestination, type HttpRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

/** The HTTP API. Its access log names the request and its fate; addresses and bodies stay out of it. */
export class PublicApi extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', {
      description: 'iaas-kyc: webhooks in, review of cases',
      createDefaultStage: false,
    });
    const logGroup = new LogGroup(this, 'AccessLog', { retention: RetentionDays.ONE_YEAR });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 500, burstLimit: 1000 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup),
        format: AccessLogFormat.custom(
          JSON.stringify({
            requestId: '$context.requestId',
            route: '$context.routeKey',
            status: '$context.status',
            latencyMs: '$context.responseLatency',
            error: '$context.error.messageString',
          }),
        ),
      },
    });
  }
}

/** The one route without an authorizer. */
export function acknowledgeOpenRoute(route: HttpRoute): void {
  Validations.of(route).acknowledge({
    id: 'AwsSolutions-APIG4',
    reason:
      'Webhooks authenticate by their Standard Webhooks signature, which the function checks over the raw body before ' +
      'it looks at anything else; an API Gateway authorizer does not see the body.',
  });
}
