import { GetPublicKeyCommand, SignCommand, type KMSClient } from '@aws-sdk/client-kms';
import type { NoteSigner } from '../../domain/audit/sequencer-ports.ts';

// RFC 8410: a SubjectPublicKeyInfo of Ed25519 is these twelve bytes and the 32 of the key.
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const publicKeyBytes = 32;

/**
 * Signs with a KMS key of spec ECC_NIST_EDWARDS25519 that never leaves KMS. Needs `kms:Sign` and `kms:GetPublicKey`.
 * @param keyName the log's name in checkpoints, such as `audit.example.com/kyc`; it must never change
 */
export function kmsNoteSigner(client: KMSClient, keyId: string, keyName: string): NoteSigner {
  let publicKey: Promise<Uint8Array> | null = null;
  return {
    keyName,
    publicKey: () => (publicKey ??= fetchPublicKey(client, keyId)),
    sign: async (message) => {
      const { Signature } = await client.send(
        new SignCommand({
          KeyId: keyId,
          Message: message,
          // RAW: Ed25519 hashes the message itself; a digest would be signed as if it were the message.
          MessageType: 'RAW',
          SigningAlgorithm: 'ED25519_SHA_512',
        }),
      );
      if (!Signature) throw new Error(`audit log: KMS Sign with ${keyId} answered without a signature`);
      return Signature;
    },
  };
}

async function fetchPublicKey(client: KMSClient, keyId: string): Promise<Uint8Array> {
  const { PublicKey, KeySpec } = await client.send(new GetPublicKeyCommand({ KeyId: keyId }));
  const der = Buffer.from(PublicKey ?? []);
  const isEd25519 =
    der.length === spkiPrefix.length + publicKeyBytes &&
    der.subarray(0, spkiPrefix.length).equals(spkiPrefix);
  if (isEd25519) return der.subarray(spkiPrefix.length);
  throw new Error(
    `audit log: the KMS key ${keyId} is ${KeySpec ?? 'of unknown spec'}; expected ECC_NIST_EDWARDS25519`,
  );
}
