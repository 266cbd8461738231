import { z } from 'zod';
import type { DeploymentContext } from '../deployment-context.ts';
import { type ResourceFamily, resourceFamily } from '../resource-family.ts';

// API Gateway Developer Guide: an HTTP API waits 30 s for its integration at most, which is also the default.
const longestIntegrationMs = 30_000;

/** The HTTP API: its routes, and the functions behind them. */
export function apiGatewayFamilies({ httpApi, lambda }: DeploymentContext): ResourceFamily[] {
  const api = resourceFamily({
    type: 'AWS::ApiGatewayV2::Api',
    properties: z.strictObject({ Name: z.string(), ProtocolType: z.literal('HTTP') }),
    ignored: ['Description', 'DisableExecuteApiEndpoint', 'Tags'],
    create({ logicalId }) {
      httpApi.claim(logicalId);
      return { ref: logicalId, attributes: { ApiEndpoint: httpApi.url, ApiId: logicalId } };
    },
  });

  const stage = resourceFamily({
    type: 'AWS::ApiGatewayV2::Stage',
    // Another stage would put its name in front of every path.
    properties: z.strictObject({
      ApiId: z.string(),
      StageName: z.literal('$default'),
      AutoDeploy: z.literal(true),
    }),
    ignored: ['AccessLogSettings', 'DefaultRouteSettings', 'Description', 'RouteSettings', 'Tags'],
    create: ({ properties }) => ({ ref: properties.StageName, attributes: {} }),
  });

  const integrations = new Map<string, { functionName: string; timeoutMs: number }>();
  const integration = resourceFamily({
    type: 'AWS::ApiGatewayV2::Integration',
    properties: z.strictObject({
      ApiId: z.string(),
      IntegrationType: z.literal('AWS_PROXY'),
      IntegrationUri: z.string(),
      IntegrationMethod: z.literal('POST').optional(),
      PayloadFormatVersion: z.literal('2.0'),
      TimeoutInMillis: z.number().max(longestIntegrationMs).default(longestIntegrationMs),
    }),
    ignored: ['Description'],
    create({ logicalId, properties }) {
      const { name: functionName } = lambda.functions.find(properties.IntegrationUri);
      integrations.set(logicalId, { functionName, timeoutMs: properties.TimeoutInMillis });
      return { ref: logicalId, attributes: {} };
    },
  });

  const route = resourceFamily({
    type: 'AWS::ApiGatewayV2::Route',
    properties: z.strictObject({
      ApiId: z.string(),
      RouteKey: z.string(),
      Target: z.string(),
      AuthorizationType: z.enum(['NONE', 'AWS_IAM']).default('NONE'),
    }),
    ignored: ['OperationName'],
    create({ logicalId, properties }) {
      const target = integrations.get(properties.Target.replace(/^integrations\//, ''));
      if (!target) throw new Error(`Target ${properties.Target} is not an integration of this stack`);
      httpApi.addRoute({
        key: properties.RouteKey,
        isSigned: properties.AuthorizationType === 'AWS_IAM',
        ...target,
      });
      return { ref: logicalId, attributes: {} };
    },
  });

  return [api, stage, integration, route];
}
