import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DeployedApp } from '../deployed-app.ts';
import { grantsOfRole, grantTable } from '../role-grants.ts';

const Machine = z.looseObject({
  RoleArn: z.string(),
  DefinitionSubstitutions: z.record(z.string(), z.string()),
  Tags: z.array(z.object({ Key: z.string(), Value: z.string() })),
});

const app = new DeployedApp();
const machines = app.ofType('AWS::StepFunctions::StateMachine').map((resource) => {
  const properties = Machine.parse(resource.properties);
  const flow = properties.Tags.find(({ Key }) => Key === 'iaas-kyc:flow')?.Value ?? '';
  const file = new URL(`../../../statemachines/${flow}.asl.json`, import.meta.url);
  return { flow, resource, ...properties, text: readFileSync(file, 'utf8') };
});

/** What stands as `"${Name}"` in place of a function's ARN. */
function calledFunctions(text: string): string[] {
  return [...text.matchAll(/"FunctionName": "\$\{(\w+)\}"/g)].map(([, name = '']) => name);
}

/** The flow with a Distributed Map, which reads its items from S3 and writes its results there. */
const mapped = 'rescreen-owners';
const mapResources = ['arn:aws:states:::s3:getObject', 'arn:aws:states:::s3:putObject'];

describe('the state machines', () => {
  it('are one for each file of statemachines', () => {
    const files = readdirSync(new URL('../../../statemachines', import.meta.url));
    const flows = files.filter((file) => file.endsWith('.asl.json')).map((file) => file.split('.')[0]);
    expect(machines.map(({ flow }) => flow).sort()).toEqual(flows.sort());
  });

  it.each(machines)('$flow has a value for each placeholder of its file, and no other', (machine) => {
    const placeholders = [...machine.text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(machine.DefinitionSubstitutions).sort()).toEqual([...new Set(placeholders)].sort());
  });

  it.each(machines)('$flow may invoke the functions its file calls, and nothing else', (machine) => {
    const called = calledFunctions(machine.text).map((name) => machine.DefinitionSubstitutions[name]);
    const invokable = grantsOfRole(app, machine.RoleArn).filter(
      ({ resource, action }) => resource !== '*' && (machine.flow !== mapped || action.startsWith('lambda:')),
    );
    expect(called).not.toContain(undefined);
    expect(grantTable(invokable)).toEqual(
      Object.fromEntries(called.map((name) => [name, 'lambda: InvokeFunction'])),
    );
    const functions = app.ofType('AWS::Lambda::Function').map(({ name }) => name);
    expect(called.filter((name) => !functions.includes(name ?? ''))).toEqual([]);
  });

  it.each(machines)(
    '$flow calls functions only: any other integration would need a grant of its own',
    (machine) => {
      const resources = [...machine.text.matchAll(/"Resource": "([^"]+)"/g)].map(([, resource]) => resource);
      const integrations = [
        'arn:aws:states:::lambda:invoke',
        'arn:aws:states:::lambda:invoke.waitForTaskToken',
        ...(machine.flow === mapped ? mapResources : []),
      ];
      expect(resources.filter((resource) => !integrations.includes(resource ?? ''))).toEqual([]);
      const calls = resources.filter((resource) => !mapResources.includes(resource ?? ''));
      expect(calls).toHaveLength(calledFunctions(machine.text).length);
    },
  );

  it.each(machines)('$flow calls each function that the placeholder names', (machine) => {
    for (const [placeholder, value] of Object.entries(machine.DefinitionSubstitutions)) {
      if (/^\d+$/.test(value)) continue;
      expect(value).toMatch(new RegExp(`${placeholder}$`));
    }
  });

  it.each(machines)(
    '$flow stays when it leaves the template: people may still be deciding',
    ({ resource }) => {
      expect(resource).toMatchObject({ deletionPolicy: 'Retain', updateReplacePolicy: 'Retain' });
    },
  );

  it.each(machines)(
    '$flow is traced and logs every event, without the data: a task token is one',
    ({ resource }) => {
      expect(resource.properties).toMatchObject({
        TracingConfiguration: { Enabled: true },
        LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
      });
    },
  );

  it.each(machines)('$flow can be run by Step Functions only', ({ RoleArn }) => {
    expect(app.find('AWS::IAM::Role', RoleArn).properties.AssumeRolePolicyDocument).toMatchObject({
      Statement: [{ Action: 'sts:AssumeRole', Principal: { Service: 'states.amazonaws.com' } }],
    });
  });

  it('wait for a reviewer as long as the policy pack says', () => {
    const pack = z
      .object({ review: z.object({ timeoutDays: z.number(), heartbeatDays: z.number() }) })
      .parse(
        JSON.parse(
          readFileSync(new URL('../../../data/policies/provider-default.json', import.meta.url), 'utf8'),
        ),
      );
    const verifying = machines.find(({ flow }) => flow === 'verify-account');
    expect(verifying?.DefinitionSubstitutions).toMatchObject({
      ReviewTimeoutSeconds: String(pack.review.timeoutDays * 86_400),
      ReviewHeartbeatSeconds: String(pack.review.heartbeatDays * 86_400),
    });
  });
});
