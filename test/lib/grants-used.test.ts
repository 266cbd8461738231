import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { metricNamespace } from '../../lambdas/runtime/observability.ts';
import type { Grant } from '../../local/iam/grant-ledger.ts';
import { DeployedApp } from './deployed-app.ts';
import { nameOf } from './readable-names.ts';
import { driveStage, type DrivenStage } from './traffic/driven-stage.ts';
import { driveEveryFunction } from './traffic/every-function.ts';

/** Grants that the embedded AWS has no use for, each with the reason why AWS has. */
const usedByTheRuntime: readonly { readonly actions: RegExp; readonly because: string }[] = [
  { actions: /^xray:/, because: 'Lambda and Step Functions send the trace segments themselves' },
  { actions: /^logs:/, because: 'Lambda writes the log streams, Step Functions sets up its log delivery' },
];

let stage: DrivenStage;

beforeAll(async () => {
  stage = await driveStage(inject('assembly'));
  await driveEveryFunction(stage);
});

afterAll(async () => {
  await stage.close();
});

/** The permissions of the templates' roles; people of the embedded AWS have theirs from elsewhere. */
function ofRoles<G extends Grant>(grants: readonly G[]): G[] {
  return grants.filter(({ principal }) => principal.includes(':role/'));
}

function sentence({ principal, actionPattern, resourcePattern }: Grant): string {
  return `${nameOf(principal.split('/').at(-1) ?? '')}: ${actionPattern} on ${resourcePattern}`;
}

describe('when every function has done all that it can', () => {
  it('nothing was refused that a handler or a state machine asked for', () => {
    const functions = stage.aws.lambda.functions.definitions();
    const refusals = functions.flatMap(({ name }) =>
      stage.aws.lambda.logs(name).filter((line) => line.includes('AccessDenied')),
    );
    expect(refusals).toEqual([]);
    expect(stage.log).toEqual([]);
  });

  it('every grant was used', () => {
    const used = new Set(ofRoles(stage.aws.access.used()).map(sentence));
    const unused = ofRoles(stage.aws.access.granted())
      .filter(({ actionPattern }) => !usedByTheRuntime.some(({ actions }) => actions.test(actionPattern)))
      .map(sentence)
      .filter((grant) => !used.has(grant));
    expect(used.size).toBeGreaterThan(0);
    expect(unused).toEqual([]);
  });

  it('every function has run', () => {
    const silent = stage.aws.lambda.functions
      .definitions()
      .filter(({ name }) => stage.aws.lambda.logs(name).length === 0);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});

describe('the metrics that alarms watch', () => {
  const ours = new DeployedApp()
    .ofType('AWS::CloudWatch::Alarm')
    .filter(({ properties }) => properties.Namespace === metricNamespace);

  it.each(ours)('$name: a function sends it, with these dimensions', ({ properties }) => {
    const { MetricName, Dimensions } = properties;
    const sent = stage.aws.lambda.functions
      .definitions()
      .flatMap(({ name }) => stage.aws.lambda.logs(name).flatMap((line) => metricsOf(line)));
    expect(sent).toContainEqual({ MetricName, Dimensions });
  });
});

describe('without one of its grants', () => {
  it('a function fails, and the error names who wanted to do what on which resource', async () => {
    const table = `arn:aws:dynamodb:us-east-1:000000000000:table/${stage.names.RecordsTable}`;
    const gone = withdraw(stage, 'ListsAcceptListsRole', 'dynamodb:GetItem', table);
    const refused = stage.invoke('accept-lists', { prefix: 'ofac/none', publishedOn: '2021-07-15' });
    await expect(refused).rejects.toThrow(
      `User: ${gone.principal} is not authorized to perform: dynamodb:GetItem on resource: ${table}`,
    );
    await expect(refused).rejects.toThrow('AccessDeniedException');
  });
});

const EmbeddedMetrics = z.looseObject({
  _aws: z.object({
    CloudWatchMetrics: z.array(
      z.object({
        Namespace: z.literal(metricNamespace),
        Dimensions: z.array(z.array(z.string())),
        Metrics: z.array(z.object({ Name: z.string() })),
      }),
    ),
  }),
});

/** The metrics of a log line in CloudWatch's embedded metric format, as an alarm would name them. */
function metricsOf(line: string): { MetricName: string; Dimensions: { Name: string; Value: unknown }[] }[] {
  if (!line.startsWith('{"_aws"')) return [];
  const { _aws, ...values } = EmbeddedMetrics.parse(JSON.parse(line));
  return _aws.CloudWatchMetrics.flatMap(({ Dimensions, Metrics }) =>
    Dimensions.flatMap((names) =>
      Metrics.map((metric) => ({
        MetricName: metric.Name,
        Dimensions: names.map((name) => ({ Name: name, Value: values[name] })),
      })),
    ),
  );
}

/** Takes one permission from a role and leaves it all others. */
function withdraw({ aws }: DrivenStage, role: string, action: string, resource: string): Grant {
  const own = aws.access
    .granted()
    .filter(({ principal }) => nameOf(principal.split('/').at(-1) ?? '') === role);
  const gone = own.find((grant) => grant.actionPattern === action && grant.resourcePattern === resource);
  if (!gone)
    throw new Error(`${role} has no ${action} on ${resource}; it has: ${own.map(sentence).join(', ')}`);
  aws.access.addPrincipal({
    accessKeyId: gone.principal.split('/').at(-1) ?? '',
    arn: gone.principal,
    policies: own
      .filter((grant) => grant !== gone)
      .map(({ actionPattern, resourcePattern }) => ({
        Statement: [{ Effect: 'Allow', Action: actionPattern, Resource: resourcePattern }],
      })),
  });
  return gone;
}
