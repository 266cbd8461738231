import { createPublicKey, hash, verify } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createKms } from '../../../../local/servers/kms/kms.ts';
import type { JsonObject } from '../../../../local/servers/json-protocol.ts';
import { jsonCall } from '../../../support/json-call.ts';
import { recordedSurroundings, type RecordedSurroundings } from '../../../support/surroundings.ts';

const message = Buffer.from('the root of the log');
const Message = message.toString('base64');
const digest = hash('sha256', message, 'base64');
let surroundings: RecordedSurroundings;
let call: (operation: string, input: JsonObject) => Promise<JsonObject>;

beforeEach(async () => {
  surroundings = recordedSurroundings();
  const kms = createKms(surroundings);
  call = (operation, input) => jsonCall(kms, operation, input);
  const specs = [
    ['mac', 'HMAC_256', 'GENERATE_VERIFY_MAC'],
    ['p256', 'ECC_NIST_P256', 'SIGN_VERIFY'],
    ['ed25519', 'ECC_NIST_EDWARDS25519', 'SIGN_VERIFY'],
  ];
  for (const [TagValue, KeySpec, KeyUsage] of specs) {
    await call('CreateKey', { KeySpec, KeyUsage, Tags: [{ TagKey: 'local:key-id', TagValue }] });
  }
  surroundings.metered.clear();
});

async function publicKey(KeyId: string) {
  const { PublicKey } = await call('GetPublicKey', { KeyId });
  return createPublicKey({ key: Buffer.from(String(PublicKey), 'base64'), format: 'der', type: 'spki' });
}

describe('MACs', () => {
  const input = { KeyId: 'mac', Message, MacAlgorithm: 'HMAC_SHA_256' };

  test('are the same for the same message, verify, and bill as HMAC requests', async () => {
    const { Mac } = await call('GenerateMac', input);
    expect((await call('GenerateMac', input)).Mac).toBe(Mac);
    expect(await call('VerifyMac', { ...input, Mac })).toMatchObject({ MacValid: true });
    expect([...surroundings.metered]).toEqual([['kms.hmacRequest', 3]]);
  });

  test('of another message do not verify', async () => {
    const { Mac } = await call('GenerateMac', { ...input, Message: digest });
    await expect(call('VerifyMac', { ...input, Mac })).rejects.toMatchObject({
      name: 'KMSInvalidMacException',
    });
  });
});

describe('ECDSA on P-256', () => {
  const raw = { KeyId: 'p256', Message, MessageType: 'RAW', SigningAlgorithm: 'ECDSA_SHA_256' };
  const overDigest = { ...raw, Message: digest, MessageType: 'DIGEST' };

  test.each([
    ['message', 'digest', raw, overDigest],
    ['digest', 'message', overDigest, raw],
  ])('a signature over the %s verifies over the %s', async (_signed, _verified, signed, verified) => {
    const { Signature } = await call('Sign', signed);
    expect(await call('Verify', { ...verified, Signature })).toMatchObject({ SignatureValid: true });
    expect(verify('sha256', message, await publicKey('p256'), Buffer.from(String(Signature), 'base64'))).toBe(
      true,
    );
  });

  test('many signatures over a digest verify outside, whatever the length of their integers', async () => {
    const key = await publicKey('p256');
    for (let round = 0; round < 64; round++) {
      const { Signature } = await call('Sign', overDigest);
      expect(verify('sha256', message, key, Buffer.from(String(Signature), 'base64'))).toBe(true);
    }
  });

  test.each([raw, overDigest])('a changed signature does not verify ($MessageType)', async (input) => {
    const signature = Buffer.from(String((await call('Sign', input)).Signature), 'base64');
    signature.writeUInt8(signature.readUInt8(signature.length - 1) ^ 1, signature.length - 1);
    for (const wrong of [signature, signature.subarray(1), Buffer.of(0x30, 0)]) {
      await expect(call('Verify', { ...input, Signature: wrong.toString('base64') })).rejects.toMatchObject({
        name: 'KMSInvalidSignatureException',
      });
    }
  });

  test('a digest must have the length of its algorithm', async () => {
    await expect(call('Sign', { ...raw, MessageType: 'DIGEST' })).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });

  test('a signature bills as one asymmetric request', async () => {
    await call('Sign', raw);
    expect([...surroundings.metered]).toEqual([['kms.asymmetricRequest', 1]]);
  });
});

describe('Ed25519', () => {
  const raw = { KeyId: 'ed25519', Message, MessageType: 'RAW', SigningAlgorithm: 'ED25519_SHA_512' };

  test('verifies inside and with the public key outside', async () => {
    const { Signature } = await call('Sign', raw);
    expect(await call('Verify', { ...raw, Signature })).toMatchObject({ SignatureValid: true });
    expect(verify(null, message, await publicKey('ed25519'), Buffer.from(String(Signature), 'base64'))).toBe(
      true,
    );
  });

  test('takes the message itself and no digest', async () => {
    await expect(call('Sign', { ...raw, Message: digest, MessageType: 'DIGEST' })).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });

  test('is not offered by a P-256 key', async () => {
    await expect(call('Sign', { ...raw, KeyId: 'p256' })).rejects.toMatchObject({
      name: 'InvalidKeyUsageException',
    });
  });
});

test('a key computes only what its usage says', async () => {
  await expect(
    call('GenerateMac', { KeyId: 'p256', Message, MacAlgorithm: 'HMAC_SHA_256' }),
  ).rejects.toMatchObject({ name: 'InvalidKeyUsageException' });
});
