import { CreateSecretCommand } from '@aws-sdk/client-secrets-manager';
import { z } from 'zod';
import { generateSecretString } from '../../servers/secrets/generate-secret-string.ts';
import type { DeploymentContext } from '../deployment-context.ts';
import { physicalName } from '../physical-names.ts';
import { type ResourceFamily, resourceFamily } from '../resource-family.ts';

const GenerateSecretString = z.strictObject({
  ExcludeCharacters: z.string().optional(),
  ExcludeLowercase: z.boolean().optional(),
  ExcludeNumbers: z.boolean().optional(),
  ExcludePunctuation: z.boolean().optional(),
  ExcludeUppercase: z.boolean().optional(),
  GenerateStringKey: z.string().optional(),
  IncludeSpace: z.boolean().optional(),
  PasswordLength: z.number().optional(),
  RequireEachIncludedType: z.boolean().optional(),
  SecretStringTemplate: z.string().optional(),
});

/** Secrets. One made by an earlier deployment keeps its value, whatever the template would generate. */
export function secretFamilies({ clients: { secrets } }: DeploymentContext): ResourceFamily[] {
  const secret = resourceFamily({
    type: 'AWS::SecretsManager::Secret',
    properties: z.strictObject({
      Name: z.string().optional(),
      Description: z.string().optional(),
      GenerateSecretString: GenerateSecretString.optional(),
      KmsKeyId: z.string().optional(),
      SecretString: z.string().optional(),
    }),
    ignored: ['Tags'],
    async create({ type, logicalId, properties, existing }) {
      if (existing) return existing;
      const { Description, KmsKeyId, GenerateSecretString: rules } = properties;
      const SecretString = properties.SecretString ?? generateSecretString(rules ?? {});
      const { ARN = '' } = await secrets.send(
        new CreateSecretCommand({
          Name: physicalName(type, logicalId, properties.Name),
          SecretString,
          ...(Description === undefined ? {} : { Description }),
          ...(KmsKeyId === undefined ? {} : { KmsKeyId }),
        }),
      );
      return { ref: ARN, attributes: { Id: ARN } };
    },
  });
  return [secret];
}
