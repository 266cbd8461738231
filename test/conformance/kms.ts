import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import {
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  DeleteAliasCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateMacCommand,
  GetPublicKeyCommand,
  ScheduleKeyDeletionCommand,
  SignCommand,
  VerifyMacCommand,
  type CreateKeyCommandInput,
  type KMSClient,
} from '@aws-sdk/client-kms';
import type { Check } from './check.ts';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/** A check on a key that is made for it and set for deletion afterwards, as AWS has no other way to remove one. */
function onKey(
  rule: string,
  input: CreateKeyCommandInput,
  run: (kms: KMSClient, KeyId: string) => Promise<void>,
): Check {
  return {
    service: 'kms',
    rule,
    async run({ kms }) {
      const { KeyMetadata } = await kms.send(new CreateKeyCommand(input));
      const KeyId = KeyMetadata?.KeyId ?? assert.fail('CreateKey gave no key id');
      try {
        await run(kms, KeyId);
      } finally {
        await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
      }
    },
  };
}

const symmetric: CreateKeyCommandInput = {};
const hmac: CreateKeyCommandInput = { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' };
const p256: CreateKeyCommandInput = { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' };
const ed25519: CreateKeyCommandInput = { KeySpec: 'ECC_NIST_EDWARDS25519', KeyUsage: 'SIGN_VERIFY' };

export const kmsChecks: readonly Check[] = [
  onKey('a data key opens under its encryption context', symmetric, async (kms, KeyId) => {
    const EncryptionContext = { party: 'p-1' };
    const made = await kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256', EncryptionContext }));
    const { CiphertextBlob } = made;
    const opened = await kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }));
    assert.equal(made.Plaintext?.length, 32);
    assert.deepEqual(opened.Plaintext, made.Plaintext);
  }),
  onKey('a blob does not open under another encryption context', symmetric, async (kms, KeyId) => {
    const { CiphertextBlob } = await kms.send(
      new EncryptCommand({ KeyId, Plaintext: text('x'), EncryptionContext: { party: 'p-1' } }),
    );
    await assert.rejects(
      kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: { party: 'p-2' } })),
      { name: 'InvalidCiphertextException' },
    );
  }),
  onKey('a tampered blob does not open', symmetric, async (kms, KeyId) => {
    const { CiphertextBlob = new Uint8Array() } = await kms.send(
      new EncryptCommand({ KeyId, Plaintext: text('x') }),
    );
    const tampered = CiphertextBlob.map((byte, place) =>
      place === CiphertextBlob.length - 1 ? byte ^ 1 : byte,
    );
    await assert.rejects(kms.send(new DecryptCommand({ CiphertextBlob: tampered })), {
      name: 'InvalidCiphertextException',
    });
  }),
  onKey('a disabled key refuses to compute', symmetric, async (kms, KeyId) => {
    await kms.send(new DisableKeyCommand({ KeyId }));
    await assert.rejects(kms.send(new EncryptCommand({ KeyId, Plaintext: text('x') })), {
      name: 'DisabledException',
    });
  }),
  onKey('a key is found by its alias', symmetric, async (kms, KeyId) => {
    const AliasName = `alias/check-${KeyId}`;
    await kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: KeyId }));
    try {
      const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: AliasName }));
      assert.equal(KeyMetadata?.KeyId, KeyId);
    } finally {
      await kms.send(new DeleteAliasCommand({ AliasName }));
    }
  }),
  onKey('a MAC verifies for its message only', hmac, async (kms, KeyId) => {
    const MacAlgorithm = 'HMAC_SHA_256';
    const { Mac } = await kms.send(new GenerateMacCommand({ KeyId, MacAlgorithm, Message: text('entry') }));
    const check = { KeyId, MacAlgorithm, Mac } as const;
    const { MacValid } = await kms.send(new VerifyMacCommand({ ...check, Message: text('entry') }));
    assert.equal(MacValid, true);
    await assert.rejects(kms.send(new VerifyMacCommand({ ...check, Message: text('other') })), {
      name: 'KMSInvalidMacException',
    });
  }),
  onKey('a P-256 signature verifies outside with the public key', p256, async (kms, KeyId) => {
    await assertVerifiesOutside(kms, KeyId, 'ECDSA_SHA_256', 'sha256');
  }),
  onKey('an Ed25519 signature verifies outside with the public key', ed25519, async (kms, KeyId) => {
    await assertVerifiesOutside(kms, KeyId, 'ED25519_SHA_512', null);
  }),
  onKey('Ed25519 takes no digest in place of the message', ed25519, async (kms, KeyId) => {
    await assert.rejects(
      kms.send(
        new SignCommand({
          KeyId,
          Message: new Uint8Array(64),
          MessageType: 'DIGEST',
          SigningAlgorithm: 'ED25519_SHA_512',
        }),
      ),
      { name: 'ValidationException' },
    );
  }),
  onKey('a key is used only for what its usage says', hmac, async (kms, KeyId) => {
    await assert.rejects(kms.send(new EncryptCommand({ KeyId, Plaintext: text('x') })), {
      name: 'InvalidKeyUsageException',
    });
  }),
  {
    service: 'kms',
    rule: 'a key that does not exist is not found',
    async run({ kms }) {
      const KeyId = '00000000-0000-4000-8000-000000000000';
      await assert.rejects(kms.send(new DescribeKeyCommand({ KeyId })), { name: 'NotFoundException' });
    },
  },
];

async function assertVerifiesOutside(
  kms: KMSClient,
  KeyId: string,
  SigningAlgorithm: 'ECDSA_SHA_256' | 'ED25519_SHA_512',
  hash: string | null,
): Promise<void> {
  const Message = text('root of the log');
  const { Signature = new Uint8Array() } = await kms.send(
    new SignCommand({ KeyId, Message, MessageType: 'RAW', SigningAlgorithm }),
  );
  const { PublicKey = new Uint8Array() } = await kms.send(new GetPublicKeyCommand({ KeyId }));
  const key = createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
  assert.ok(verify(hash, Message, key, Signature), 'the signature does not verify with the public key');
}
