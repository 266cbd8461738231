import { beforeEach, describe, expect, test } from 'vitest';
import { createKms } from '../../../../local/servers/kms/kms.ts';
import type { JsonObject } from '../../../../local/servers/json-protocol.ts';
import { jsonCall } from '../../../support/json-call.ts';
import { recordedSurroundings, type RecordedSurroundings } from '../../../support/surroundings.ts';

const EncryptionContext = { party: 'p-1', record: 'name' };
let surroundings: RecordedSurroundings;
let call: (operation: string, input: JsonObject) => Promise<JsonObject>;

beforeEach(async () => {
  surroundings = recordedSurroundings();
  const kms = createKms(surroundings);
  call = (operation, input) => jsonCall(kms, operation, input);
  await call('CreateKey', { Tags: [{ TagKey: 'local:key-id', TagValue: 'party-key' }] });
  await call('CreateAlias', { AliasName: 'alias/party', TargetKeyId: 'party-key' });
});

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('symmetric keys', () => {
  test.each([
    'party-key',
    'alias/party',
    'arn:aws:kms:us-east-1:000000000000:key/party-key',
    'arn:aws:kms:us-east-1:000000000000:alias/party',
  ])('are found by %s', async (KeyId) => {
    const { CiphertextBlob } = await call('Encrypt', { KeyId, Plaintext: base64('secret') });
    expect(await call('Decrypt', { CiphertextBlob })).toMatchObject({
      KeyId: 'arn:aws:kms:us-east-1:000000000000:key/party-key',
      Plaintext: base64('secret'),
    });
  });

  test('give a data key whose blob opens to the same bytes', async () => {
    const made = await call('GenerateDataKey', { KeyId: 'party-key', KeySpec: 'AES_256', EncryptionContext });
    expect(Buffer.from(String(made.Plaintext), 'base64')).toHaveLength(32);
    const opened = await call('Decrypt', { CiphertextBlob: made.CiphertextBlob, EncryptionContext });
    expect(opened.Plaintext).toBe(made.Plaintext);
  });

  test('give a data key without its plaintext when asked so', async () => {
    const made = await call('GenerateDataKeyWithoutPlaintext', { KeyId: 'party-key', NumberOfBytes: 64 });
    expect(made.Plaintext).toBeUndefined();
    const opened = await call('Decrypt', { CiphertextBlob: made.CiphertextBlob });
    expect(Buffer.from(String(opened.Plaintext), 'base64')).toHaveLength(64);
  });

  test('open a blob whatever the order of the context', async () => {
    const made = await call('Encrypt', { KeyId: 'party-key', Plaintext: base64('x'), EncryptionContext });
    const reordered = { record: 'name', party: 'p-1' };
    const opened = await call('Decrypt', {
      CiphertextBlob: made.CiphertextBlob,
      EncryptionContext: reordered,
    });
    expect(opened.Plaintext).toBe(base64('x'));
  });

  test.each([
    ['another context', { party: 'p-2', record: 'name' }],
    ['a part of the context', { party: 'p-1' }],
    ['no context', {}],
  ])('refuse a blob under %s', async (_case, other) => {
    const made = await call('Encrypt', { KeyId: 'party-key', Plaintext: base64('x'), EncryptionContext });
    await expect(
      call('Decrypt', { CiphertextBlob: made.CiphertextBlob, EncryptionContext: other }),
    ).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
  });

  test('refuse a blob with any one byte changed', async () => {
    const made = await call('Encrypt', { KeyId: 'party-key', Plaintext: base64('x') });
    const blob = Buffer.from(String(made.CiphertextBlob), 'base64');
    for (let place = 0; place < blob.length; place++) {
      const tampered = Buffer.from(blob);
      tampered.writeUInt8(tampered.readUInt8(place) ^ 1, place);
      await expect(call('Decrypt', { CiphertextBlob: tampered.toString('base64') })).rejects.toMatchObject({
        // Within the id, the blob names a key that does not exist.
        name: expect.stringMatching(/^(InvalidCiphertext|NotFound)Exception$/) as string,
      });
    }
  });

  test('refuse a blob of another key', async () => {
    await call('CreateKey', { Tags: [{ TagKey: 'local:key-id', TagValue: 'other' }] });
    const made = await call('Encrypt', { KeyId: 'party-key', Plaintext: base64('x') });
    await expect(
      call('Decrypt', { CiphertextBlob: made.CiphertextBlob, KeyId: 'other' }),
    ).rejects.toMatchObject({ name: 'IncorrectKeyException' });
  });

  test('refuse more than 4096 bytes', async () => {
    const Plaintext = Buffer.alloc(4097).toString('base64');
    await expect(call('Encrypt', { KeyId: 'party-key', Plaintext })).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining('Plaintext') as string,
    });
  });

  test('bill each call once as symmetric and ask for access to the key, not the alias', async () => {
    surroundings.metered.clear();
    surroundings.demanded.length = 0;
    await call('GenerateDataKey', { KeyId: 'alias/party', KeySpec: 'AES_256' });
    expect([...surroundings.metered]).toEqual([['kms.symmetricRequest', 1]]);
    expect(surroundings.demanded).toEqual([
      {
        accessKeyId: 'caller',
        action: 'kms:GenerateDataKey',
        resource: 'arn:aws:kms:us-east-1:000000000000:key/party-key',
      },
    ]);
  });
});

test('the access demanded carries the encryption context as condition keys', async () => {
  const contexts: unknown[] = [];
  const kms = createKms({
    ...surroundings,
    access: { demand: (_caller, _action, _resource, context) => contexts.push(context) },
  });
  await jsonCall(kms, 'Encrypt', { KeyId: 'party-key', Plaintext: base64('x'), EncryptionContext });
  expect(contexts).toEqual([
    {
      'kms:EncryptionContextKeys': ['party', 'record'],
      'kms:EncryptionContext:party': 'p-1',
      'kms:EncryptionContext:record': 'name',
    },
  ]);
});
