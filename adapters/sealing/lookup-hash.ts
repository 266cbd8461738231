import { GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms';

/** Finds a person again without storing who it is: equal values give equal hashes, under a key that KMS keeps. */
export type LookupHash = (kind: 'email', value: string) => Promise<string>;

export function kmsLookupHash(kms: KMSClient, keyId: string): LookupHash {
  return async (kind, value) => {
    const normalised = value.normalize('NFKC').trim().toLowerCase();
    const { Mac } = await kms.send(
      new GenerateMacCommand({
        KeyId: keyId,
        MacAlgorithm: 'HMAC_SHA_256',
        Message: Buffer.from(`${kind}\n${normalised}`),
      }),
    );
    if (!Mac) throw new Error('KMS GenerateMac answered without a code');
    return `${kind}#${Buffer.from(Mac).toString('base64url')}`;
  };
}
