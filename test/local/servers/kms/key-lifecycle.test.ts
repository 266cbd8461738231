import { expect, test } from 'vitest';
import { createKms } from '../../../../local/servers/kms/kms.ts';
import type { JsonObject } from '../../../../local/servers/json-protocol.ts';
import { jsonCall } from '../../../support/json-call.ts';
import { recordedSurroundings } from '../../../support/surroundings.ts';

const dayMs = 86_400_000;
const tags = { Tags: [{ TagKey: 'local:key-id', TagValue: 'k' }] };
const encrypt = { KeyId: 'k', Plaintext: 'eA==' };

async function withKey() {
  const surroundings = recordedSurroundings();
  const kms = createKms(surroundings);
  const call = (operation: string, input: JsonObject) => jsonCall(kms, operation, input);
  await call('CreateKey', tags);
  return { call, surroundings };
}

test('a second deploy finds the key of the first, material and all', async () => {
  const { call, surroundings } = await withKey();
  const { CiphertextBlob } = await call('Encrypt', encrypt);
  const restarted = createKms(surroundings);
  const { KeyMetadata } = await jsonCall(restarted, 'CreateKey', tags);
  expect(KeyMetadata).toMatchObject({ KeyId: 'k', KeyState: 'Enabled', KeyUsage: 'ENCRYPT_DECRYPT' });
  expect((await jsonCall(restarted, 'Decrypt', { CiphertextBlob })).Plaintext).toBe('eA==');
});

test('a disabled key computes nothing until it is enabled', async () => {
  const { call } = await withKey();
  await call('DisableKey', { KeyId: 'k' });
  await expect(call('Encrypt', encrypt)).rejects.toMatchObject({ name: 'DisabledException' });
  await call('EnableKey', { KeyId: 'k' });
  expect(await call('Encrypt', encrypt)).toHaveProperty('CiphertextBlob');
});

test('a key that waits for its deletion computes nothing, and comes back disabled', async () => {
  const { call } = await withKey();
  await call('ScheduleKeyDeletion', { KeyId: 'k', PendingWindowInDays: 7 });
  await expect(call('Encrypt', encrypt)).rejects.toMatchObject({ name: 'KMSInvalidStateException' });
  await expect(call('EnableKey', { KeyId: 'k' })).rejects.toMatchObject({ name: 'KMSInvalidStateException' });
  await call('CancelKeyDeletion', { KeyId: 'k' });
  await expect(call('Encrypt', encrypt)).rejects.toMatchObject({ name: 'DisabledException' });
});

test('the material is erased when the window ends, so that nothing it sealed can be opened', async () => {
  const { call, surroundings } = await withKey();
  const { CiphertextBlob } = await call('Encrypt', encrypt);
  await call('ScheduleKeyDeletion', { KeyId: 'k', PendingWindowInDays: 7 });
  await surroundings.clock.advanceTo(surroundings.clock.now() + 7 * dayMs + 1000);
  await expect(call('Decrypt', { CiphertextBlob })).rejects.toMatchObject({ name: 'NotFoundException' });
  expect(surroundings.database.prepare('SELECT count(*) AS keys FROM kms_keys').get()).toEqual({ keys: 0 });
});

test('rotation is a flag of symmetric keys', async () => {
  const { call } = await withKey();
  await call('EnableKeyRotation', { KeyId: 'k' });
  expect(await call('GetKeyRotationStatus', { KeyId: 'k' })).toMatchObject({ KeyRotationEnabled: true });
  await call('CreateKey', {
    KeySpec: 'HMAC_256',
    KeyUsage: 'GENERATE_VERIFY_MAC',
    Tags: [{ TagKey: 'local:key-id', TagValue: 'mac' }],
  });
  await expect(call('EnableKeyRotation', { KeyId: 'mac' })).rejects.toMatchObject({
    name: 'UnsupportedOperationException',
  });
});

test('an alias can be moved and removed, and is taken once', async () => {
  const { call } = await withKey();
  const alias = { AliasName: 'alias/a', TargetKeyId: 'k' };
  await call('CreateAlias', alias);
  await expect(call('CreateAlias', alias)).rejects.toMatchObject({ name: 'AlreadyExistsException' });
  await call('CreateKey', { Tags: [{ TagKey: 'local:key-id', TagValue: 'other' }] });
  await call('UpdateAlias', { ...alias, TargetKeyId: 'other' });
  expect(await call('DescribeKey', { KeyId: 'alias/a' })).toMatchObject({ KeyMetadata: { KeyId: 'other' } });
  await call('DeleteAlias', { AliasName: 'alias/a' });
  await expect(call('DescribeKey', { KeyId: 'alias/a' })).rejects.toMatchObject({
    name: 'NotFoundException',
  });
});

test('a key spec and a usage that do not go together are refused by name', async () => {
  const { call } = await withKey();
  await expect(call('CreateKey', { KeySpec: 'HMAC_256' })).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringContaining('GENERATE_VERIFY_MAC') as string,
  });
});
