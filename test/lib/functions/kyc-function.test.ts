import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { DeployedApp } from '../deployed-app.ts';
import { functionFolders, functionsOf } from '../deployed-functions.ts';

const app = new DeployedApp();
const functions = functionsOf(app);

describe('the functions', () => {
  it('are deployed one for each folder of lambdas', () => {
    expect(functions.map(({ folder }) => folder).sort()).toEqual(functionFolders);
  });

  it('each have a role and a log group that no other function has', () => {
    const { length } = functions;
    expect(new Set(functions.map(({ role }) => role)).size).toBe(length);
    expect(new Set(functions.map(({ logGroup }) => logGroup)).size).toBe(length);
  });

  it.each(functions)('$folder runs on Node 24, arm64, traced', ({ resource }) => {
    expect(resource.properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      TracingConfig: { Mode: 'Active' },
    });
  });

  it.each(functions)('$folder keeps its log for a year, and when it is gone itself', ({ logGroup }) => {
    const log = app.find('AWS::Logs::LogGroup', logGroup);
    expect(log.properties).toMatchObject({ RetentionInDays: 365 });
    expect(log.deletionPolicy).toBe('Retain');
  });

  it.each(functions)('$folder can be assumed by Lambda and by nobody else', ({ role }) => {
    const { AssumeRolePolicyDocument } = app.find('AWS::IAM::Role', role).properties;
    expect(AssumeRolePolicyDocument).toMatchObject({
      Statement: [{ Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
    });
  });

  it.each(functions)('$folder gets the variables its config.ts reads, and none it does not', async (made) => {
    const config = (await import(`../../../lambdas/${made.folder}/config.ts`)) as { Config: z.ZodObject };
    const read = Object.keys(config.Config.shape);
    const ofEach = ['POWERTOOLS_LOG_LEVEL', 'POWERTOOLS_SERVICE_NAME'];
    expect(Object.keys(made.environment).sort()).toEqual([...read, ...ofEach].sort());
  });

  it.each(functions)('$folder sends its metrics under its stage, as an account may hold two', (made) => {
    expect(made.environment.POWERTOOLS_SERVICE_NAME).toBe('iaas-kyc-dev');
  });

  it('have the disk that AWS gives, but for the verifier, which copies the whole log', () => {
    const larger = functions.filter(({ resource }) => resource.properties.EphemeralStorage !== undefined);
    expect(larger.map(({ folder }) => folder)).toEqual(['verify-audit-log']);
    expect(larger[0]?.resource.properties.EphemeralStorage).toEqual({ Size: 4096 });
  });
});
