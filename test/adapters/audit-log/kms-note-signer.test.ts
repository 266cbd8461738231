import { verify, createPublicKey } from 'node:crypto';
import { CreateKeyCommand } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kmsNoteSigner } from '../../../adapters/audit-log/kms-note-signer.ts';
import { embeddedLog, type EmbeddedLog } from './embedded-log.ts';

const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

describe('signing with KMS', () => {
  let log: EmbeddedLog;

  beforeAll(async () => {
    log = await embeddedLog();
  });

  afterAll(async () => {
    await log.close();
  });

  it('signs the message itself, for a key of 32 bytes', async () => {
    const message = Buffer.from('audit.example.com/kyc\n0\n');
    const raw = await log.ports.signer.publicKey();
    expect(raw).toHaveLength(32);
    const key = createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), format: 'der', type: 'spki' });
    expect(verify(null, message, key, await log.ports.signer.sign(message))).toBe(true);
  });

  it('refuses a key of another kind by its name', async () => {
    const made = await log.aws.kms.send(
      new CreateKeyCommand({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }),
    );
    const signer = kmsNoteSigner(log.aws.kms, made.KeyMetadata?.KeyId ?? '', 'audit.example.com/kyc');
    await expect(signer.publicKey()).rejects.toThrow('ECC_NIST_P256; expected ECC_NIST_EDWARDS25519');
  });
});
