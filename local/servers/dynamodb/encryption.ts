import type { Surroundings } from '../../surroundings.ts';
import { validationError } from './dynamodb-error.ts';
import type { TableDescription } from './table-record.ts';

interface EncryptionInput {
  readonly Enabled?: boolean;
  readonly KMSMasterKeyId?: string;
}

/**
 * What an SSESpecification says about the key. Items are not encrypted here; the key is kept because access to the
 * table demands access to it.
 */
export function encryptionOf(
  { region, account }: Surroundings,
  specification: unknown,
): TableDescription['SSEDescription'] {
  const { Enabled, KMSMasterKeyId } = (specification ?? {}) as EncryptionInput;
  if (!Enabled) return undefined;
  if (KMSMasterKeyId === undefined) return { Status: 'ENABLED', SSEType: 'KMS' };
  if (KMSMasterKeyId.includes('alias/')) {
    throw validationError(
      `SSESpecification.KMSMasterKeyId: expected a key's ARN or id, found the alias ${KMSMasterKeyId}, ` +
        'which the embedded DynamoDB does not resolve',
    );
  }
  const isArn = KMSMasterKeyId.startsWith('arn:');
  const KMSMasterKeyArn = isArn ? KMSMasterKeyId : `arn:aws:kms:${region}:${account}:key/${KMSMasterKeyId}`;
  return { Status: 'ENABLED', SSEType: 'KMS', KMSMasterKeyArn };
}
