import { keySpecs } from './key-spec.ts';
import type { StoredKey } from './key-store.ts';

/** `KeyMetadata` as `CreateKey` and `DescribeKey` answer it; dates in seconds since the epoch. */
export function keyMetadata(key: StoredKey, arn: string, account: string): Record<string, unknown> {
  const { usage, algorithms } = keySpecs[key.spec];
  return {
    AWSAccountId: account,
    KeyId: key.id,
    Arn: arn,
    CreationDate: key.createdAt / 1000,
    Enabled: key.state === 'Enabled',
    Description: key.description,
    KeyUsage: usage,
    KeyState: key.state,
    ...(key.deletionAt === null ? {} : { DeletionDate: key.deletionAt / 1000 }),
    Origin: 'AWS_KMS',
    KeyManager: 'CUSTOMER',
    KeySpec: key.spec,
    CustomerMasterKeySpec: key.spec,
    ...algorithms,
    MultiRegion: false,
  };
}
