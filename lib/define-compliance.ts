import { Tags, Validations, type App } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { ComplianceStack } from './compliance-stack.ts';
import { DataStack } from './data-stack.ts';
import type { StageConfig } from './stage-config.ts';

export interface Compliance {
  readonly data: DataStack;
  readonly service: ComplianceStack;
}

/**
 * Both stacks of one stage. What holds data stands apart from what handles it, so that redeploying or deleting the
 * service cannot lose a record.
 */
export function defineCompliance(app: App, config: StageConfig): Compliance {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const name = `IaasKyc-${config.stage}`;
  const data = new DataStack(app, `${name}-Data`, { config, terminationProtection: true });
  const service = new ComplianceStack(app, `${name}-Service`, { config, data });
  Tags.of(app).add('project', 'iaas-kyc');
  Tags.of(app).add('stage', config.stage);
  return { data, service };
}
