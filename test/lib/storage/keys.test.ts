import { describe, expect, it } from 'vitest';
import { DeployedApp } from '../deployed-app.ts';

const app = new DeployedApp();
const keys = app.ofType('AWS::KMS::Key');
const key = (name: string) => app.find('AWS::KMS::Key', name).properties;

describe('the keys', () => {
  it('are three, for three purposes', () => {
    expect(keys.map(({ name }) => name)).toEqual(['KeysParty', 'KeysLookup', 'KeysLog']);
  });

  it('wrap the data key of each party under one that rotates every year', () => {
    expect(key('KeysParty')).toMatchObject({ EnableKeyRotation: true });
    // Without a spec KMS makes a symmetric key that encrypts.
    expect(key('KeysParty')).not.toHaveProperty('KeySpec');
  });

  it('make keyed hashes with one that can do nothing else', () => {
    expect(key('KeysLookup')).toMatchObject({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
  });

  it('sign checkpoints of the audit log with Ed25519, as C2SP notes want it', () => {
    expect(key('KeysLog')).toMatchObject({ KeySpec: 'ECC_NIST_EDWARDS25519', KeyUsage: 'SIGN_VERIFY' });
  });

  it('do not rotate where the old values would no longer be found or verified', () => {
    for (const name of ['KeysLookup', 'KeysLog']) expect(key(name)).not.toHaveProperty('EnableKeyRotation');
  });

  it.each(keys)('$name is not lost with its stack', (made) => {
    expect(made).toMatchObject({ deletionPolicy: 'Retain', updateReplacePolicy: 'Retain' });
  });

  it.each(keys)('$name leaves it to the roles of this account who may use it', ({ properties }) => {
    expect(properties.KeyPolicy).toMatchObject({
      Statement: [{ Action: 'kms:*', Principal: { AWS: 'arn:AWS::Partition:iam::AWS::AccountId:root' } }],
    });
  });
});
