import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { DeployedApp } from './deployed-app.ts';

const app = new DeployedApp();
const typesOf = (stack: 'Data' | 'Service') =>
  new Set(app.resources.filter((resource) => resource.stack === stack).map(({ type }) => type));

const holdsData = /^AWS::(DynamoDB|S3|KMS|SQS|SecretsManager)::/;

describe('what holds data stands apart from what handles it', () => {
  it('puts tables, buckets, keys, queues and secrets into the data stack, and nothing else', () => {
    expect([...typesOf('Data')].sort()).toEqual([
      'AWS::DynamoDB::Table',
      'AWS::KMS::Key',
      'AWS::S3::Bucket',
      'AWS::S3::BucketPolicy',
      'AWS::SQS::Queue',
      'AWS::SQS::QueuePolicy',
      'AWS::SecretsManager::Secret',
    ]);
  });

  it('keeps them out of the service stack, which may be deleted and deployed again', () => {
    const types = typesOf('Service');
    expect(types).toContain('AWS::Lambda::Function');
    expect([...types].filter((type) => holdsData.test(type))).toEqual([]);
  });

  it('retains everything of the data stack but the policies of queues and buckets', () => {
    const lost = app.resources.filter(
      ({ stack, type, deletionPolicy }) =>
        stack === 'Data' && !type.endsWith('Policy') && deletionPolicy !== 'Retain',
    );
    expect(lost.map(({ name }) => name)).toEqual([]);
  });

  it('protects the data stack itself against deletion', () => {
    const Manifest = z.object({
      artifacts: z.record(
        z.string(),
        z.object({ properties: z.looseObject({ terminationProtection: z.boolean().optional() }).optional() }),
      ),
    });
    const text = readFileSync(join(inject('assembly'), 'manifest.json'), 'utf8');
    const { artifacts } = Manifest.parse(JSON.parse(text));
    expect(artifacts['IaasKyc-dev-Data']?.properties?.terminationProtection).toBe(true);
  });
});
