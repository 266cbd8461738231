import { beforeEach, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../local/servers/json-protocol.ts';
import { createSecrets } from '../../../../local/servers/secrets/secrets.ts';
import { jsonCall } from '../../../support/json-call.ts';
import { recordedSurroundings, type RecordedSurroundings } from '../../../support/surroundings.ts';

let surroundings: RecordedSurroundings;
let call: (operation: string, input: JsonObject) => Promise<JsonObject>;

beforeEach(() => {
  surroundings = recordedSurroundings();
  const secrets = createSecrets(surroundings);
  call = (operation, input) => jsonCall(secrets, operation, input);
});

describe('a secret', () => {
  test('is read by its name, its ARN, and its ARN without the suffix', async () => {
    const { ARN } = await call('CreateSecret', { Name: 'webhook/secret', SecretString: 'whsec_1' });
    expect(ARN).toMatch(
      /^arn:aws:secretsmanager:us-east-1:000000000000:secret:webhook\/secret-[A-Za-z0-9]{6}$/,
    );
    for (const SecretId of ['webhook/secret', ARN, String(ARN).slice(0, -7)]) {
      expect(await call('GetSecretValue', { SecretId })).toMatchObject({ ARN, SecretString: 'whsec_1' });
    }
  });

  test('has the same ARN in every deploy', async () => {
    const first = await call('CreateSecret', { Name: 's', SecretString: '1' });
    const second = await jsonCall(createSecrets(recordedSurroundings()), 'CreateSecret', {
      Name: 's',
      SecretString: '2',
    });
    expect(second.ARN).toBe(first.ARN);
  });

  test('keeps its previous value while the current one is replaced', async () => {
    await call('CreateSecret', { Name: 's', SecretString: 'old' });
    await call('PutSecretValue', { SecretId: 's', SecretString: 'new' });
    expect(await call('GetSecretValue', { SecretId: 's' })).toMatchObject({
      SecretString: 'new',
      VersionStages: ['AWSCURRENT'],
    });
    expect(await call('GetSecretValue', { SecretId: 's', VersionStage: 'AWSPREVIOUS' })).toMatchObject({
      SecretString: 'old',
    });
  });

  test('takes a put of the same token and value once, and refuses another value under it', async () => {
    await call('CreateSecret', { Name: 's', SecretString: 'old' });
    const put = { SecretId: 's', ClientRequestToken: 'a'.repeat(32), SecretString: 'new' };
    expect(await call('PutSecretValue', put)).toEqual(await call('PutSecretValue', put));
    await expect(call('PutSecretValue', { ...put, SecretString: 'other' })).rejects.toMatchObject({
      name: 'ResourceExistsException',
    });
  });

  test('is created once under its name, except that the same call may be repeated', async () => {
    const create = { Name: 's', ClientRequestToken: 'b'.repeat(32), SecretString: 'x' };
    expect(await call('CreateSecret', create)).toEqual(await call('CreateSecret', create));
    await expect(call('CreateSecret', { Name: 's', SecretString: 'x' })).rejects.toMatchObject({
      name: 'ResourceExistsException',
    });
  });

  test('has no value until one is put, and none after it is deleted', async () => {
    await call('CreateSecret', { Name: 's' });
    await expect(call('GetSecretValue', { SecretId: 's' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: expect.stringContaining('AWSCURRENT') as string,
    });
    await call('DeleteSecret', { SecretId: 's', ForceDeleteWithoutRecovery: true });
    await expect(call('DescribeSecret', { SecretId: 's' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  test('bills one request a call, and a call of KMS when it lies under a customer key', async () => {
    await call('CreateSecret', { Name: 's', SecretString: 'x', KmsKeyId: 'k' });
    surroundings.metered.clear();
    surroundings.demanded.length = 0;
    await call('GetSecretValue', { SecretId: 's' });
    expect(Object.fromEntries(surroundings.metered)).toEqual({
      'secrets.request': 1,
      'kms.symmetricRequest': 1,
    });
    expect(
      surroundings.demanded.map(({ action, resource }) => [action, resource.replace(/-\w{6}$/, '')]),
    ).toEqual([
      ['secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:us-east-1:000000000000:secret:s'],
      ['kms:Decrypt', 'arn:aws:kms:us-east-1:000000000000:key/k'],
    ]);
  });
});

test('a random password keeps to what is asked, and impossible wishes are refused', async () => {
  const { RandomPassword } = await call('GetRandomPassword', {
    PasswordLength: 12,
    ExcludePunctuation: true,
  });
  expect(RandomPassword).toMatch(/^[A-Za-z0-9]{12}$/);
  await expect(call('GetRandomPassword', { PasswordLength: 2 })).rejects.toMatchObject({
    name: 'InvalidParameterException',
  });
});
