import { Validations, type App } from 'aws-cdk-lib';
import type { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it, vi } from 'vitest';
import { alarmNames } from '../../lib/monitoring/alarm-names.ts';
import { defineApp, type DefinedApp } from './synthesised.ts';

interface Acknowledged {
  readonly path: string;
  /** Rule and, in brackets, the finding. */
  readonly id: string;
  readonly reason: string;
}

function acknowledgedIn(app: App): Acknowledged[] {
  return app.node.findAll().flatMap((construct) =>
    construct.node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(data as Record<string, string>))
      .map(([id, reason]) => ({ path: construct.node.path, id: id.replace(/^annotation::/i, ''), reason })),
  );
}

/** What cdk-nag finds when it is deaf to acknowledgements. */
function findingsOf(app: App): string[] {
  const checks = new AwsSolutionsChecks(app);
  Object.assign(checks, { isAcknowledged: () => false });
  return checks
    .validateScope(app)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath ?? ''}`),
    );
}

describe('the gate of cdk-nag', () => {
  it('stops the synthesis at a bucket that takes what is not encrypted on its way', () => {
    const { app, data } = defineApp();
    new Bucket(data, 'Careless');
    expect(() => app.synth()).toThrow('AwsSolutions-S10');
  });

  it('stops it at a grant on everything that nobody acknowledged', () => {
    const { app, data, service } = defineApp();
    const clerk = new PolicyStatement({
      actions: ['dynamodb:Query'],
      resources: [`${data.tables.records.tableArn}/*`],
    });
    const role = service.node.findAll().find(({ node }) => node.path.endsWith('Notices/NotifyProviderRole'));
    (role as unknown as { addToPolicy(statement: PolicyStatement): void }).addToPolicy(clerk);
    expect(() => app.synth()).toThrow('AwsSolutions-IAM5');
  });
});

describe('an acknowledgement', () => {
  const { app } = defineApp();
  // References between the stacks, which findings name, are settled by the synthesis. That it passes is a test, too.
  app.synth();
  const acknowledged = acknowledgedIn(app);

  it('gives a reason that a reviewer could dispute', () => {
    expect(acknowledged).not.toEqual([]);
    expect(acknowledged.filter(({ reason }) => reason.trim().length < 40)).toEqual([]);
  });

  it('has one reason for one rule: none is borrowed for another', () => {
    const rulesByReason = new Map<string, Set<string>>();
    for (const { id, reason } of acknowledged) {
      rulesByReason.set(reason, (rulesByReason.get(reason) ?? new Set()).add(ruleOf(id)));
    }
    const borrowed = [...rulesByReason].filter(([, rules]) => rules.size > 1);
    expect(borrowed).toEqual([]);
  });

  it('stands at the construct it is about, never at a stack or the app', () => {
    const wholesale = acknowledged.filter(({ path }) => path.split('/').length < 3);
    expect(wholesale).toEqual([]);
  });

  it('names the very finding where a rule has several', () => {
    const blanket = acknowledged.filter(
      ({ id }) => ruleOf(id) === 'AwsSolutions-IAM5' && !id.includes('[Resource::'),
    );
    expect(blanket).toEqual([]);
  });

  it('goes when its finding goes', () => {
    const findings = findingsOf(app);
    const outlived = acknowledged.filter(
      ({ id, path }) => !findings.some((finding) => finding.startsWith(`${id} ${path}/`)),
    );
    expect(outlived).toEqual([]);
  });
});

function ruleOf(id: string): string {
  return id.split('[')[0] ?? id;
}

/** Puts a property into a table that CloudFormation does not know, as an escape hatch or a typing error would. */
function withUnknownProperty(defined: DefinedApp): DefinedApp {
  const table = defined.data.tables.records.node.defaultChild as CfnTable;
  table.addPropertyOverride('PointInTimeRecovry', true);
  return defined;
}

describe('the offline validation of the templates', () => {
  it('stops the synthesis at a property that CloudFormation does not know, naming it', () => {
    const { app } = withUnknownProperty(defineApp());
    expect(() => app.synth()).toThrow(/PointInTimeRecovry/);
  });

  it('would only warn without the flag of cdk.json', () => {
    const said = vi.spyOn(console, 'error').mockReturnValue();
    const { app } = withUnknownProperty(defineApp({ '@aws-cdk/core:validateAgainstDefaultRules': false }));
    expect(() => app.synth()).not.toThrow();
    expect(said.mock.calls.join()).toContain('WARNING PointInTimeRecovry');
    said.mockRestore();
  });
});

describe('an alarm', () => {
  it('reports to the topic that the deployment names', () => {
    const alarmTopicArn = 'arn:aws:sns:eu-west-1:111122223333:on-call';
    const { app } = defineApp({ alarmTopicArn });
    const { template } = app.synth().getStackByName('IaasKyc-dev-Service') as {
      readonly template: {
        readonly Resources: Record<string, { readonly Type: string; readonly Properties: unknown }>;
      };
    };
    const all = Object.values(template.Resources).filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm');
    expect(all).toHaveLength(Object.keys(alarmNames).length);
    for (const { Properties } of all) expect(Properties).toMatchObject({ AlarmActions: [alarmTopicArn] });
  });
});
