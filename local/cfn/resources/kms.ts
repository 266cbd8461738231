import {
  CreateAliasCommand,
  CreateKeyCommand,
  type CreateKeyCommandInput,
  UpdateAliasCommand,
} from '@aws-sdk/client-kms';
import { z } from 'zod';
import type { DeploymentContext } from '../deployment-context.ts';
import { type ResourceFamily, resourceFamily } from '../resource-family.ts';
import { PolicyInTemplate } from './policy-in-template.ts';

/** KMS keys, with their policies, and aliases. A key made by an earlier deployment is kept. */
export function kmsFamilies({
  clients: { kms },
  access,
  region,
  account,
}: DeploymentContext): ResourceFamily[] {
  const key = resourceFamily({
    type: 'AWS::KMS::Key',
    properties: z.strictObject({
      Description: z.string().optional(),
      KeyPolicy: PolicyInTemplate,
      KeySpec: z.string().default('SYMMETRIC_DEFAULT'),
      KeyUsage: z.string().default('ENCRYPT_DECRYPT'),
    }),
    // Rotation keeps the key's id and its old material, so nothing that callers see depends on it.
    ignored: [
      'Enabled',
      'EnableKeyRotation',
      'MultiRegion',
      'PendingWindowInDays',
      'RotationPeriodInDays',
      'Tags',
    ],
    async create({ properties, existing }) {
      const { KeySpec, KeyUsage, Description, KeyPolicy } = properties;
      const keyId =
        existing?.ref ?? (await createKey({ KeySpec, KeyUsage, Description } as CreateKeyCommandInput));
      const arn = `arn:aws:kms:${region}:${account}:key/${keyId}`;
      access.addResourcePolicy(arn, KeyPolicy);
      return { ref: keyId, attributes: { Arn: arn, KeyId: keyId } };
    },
  });

  async function createKey(input: CreateKeyCommandInput): Promise<string> {
    const { KeyMetadata } = await kms.send(new CreateKeyCommand(input));
    return KeyMetadata?.KeyId ?? '';
  }

  const alias = resourceFamily({
    type: 'AWS::KMS::Alias',
    properties: z.strictObject({ AliasName: z.string(), TargetKeyId: z.string() }),
    ignored: [],
    async create({ properties: { AliasName, TargetKeyId }, existing }) {
      const Command = existing ? UpdateAliasCommand : CreateAliasCommand;
      await kms.send(new Command({ AliasName, TargetKeyId }));
      return { ref: AliasName, attributes: {} };
    },
  });

  return [key, alias];
}
