import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DescribeKeyCommand } from '@aws-sdk/client-kms';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { DescribeExecutionCommand, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { SimulatedClock } from '../../local/clock/simulated-clock.ts';
import { type Booted, bootFixture, editedAssembly, firstOfJanuary, newStorage } from './fixtures/booted.ts';

const day = 86_400_000;
const Key = { pk: { S: 'account#1' } };

async function secretOf({ aws, clients }: Booted): Promise<string | undefined> {
  const SecretId = aws.physicalId('Shared', 'WebhookSecret');
  return (await clients.secrets.send(new GetSecretValueCommand({ SecretId }))).SecretString;
}

/** A process of its own that has booted on the storage. */
async function otherProcess(storage: string): Promise<ChildProcess> {
  const holder = fork(join(import.meta.dirname, 'fixtures', 'hold-storage.ts'), [storage]);
  const ended = once(holder, 'exit').then(() => {
    throw new Error('the other process could not boot; what it said stands above');
  });
  await Promise.race([once(holder, 'message'), ended]);
  ended.catch(() => undefined);
  return holder;
}

describe('booting again on the same storage', () => {
  it('keeps tables, objects, messages, keys and secrets', async () => {
    const storage = newStorage();
    const first = await bootFixture({ storage });
    const keyId = first.aws.physicalId('Shared', 'PartyKey');
    const secret = await secretOf(first);
    const QueueUrl = first.aws.outputs.App?.DeadLettersUrl;
    await first.clients.dynamodb.send(new PutItemCommand({ TableName: 'Accounts', Item: Key }));
    await first.clients.s3.send(new PutObjectCommand({ Bucket: 'reports', Key: 'f1.json', Body: '{}' }));
    await first.clients.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'kept' }));
    await first.aws.close();

    const second = await bootFixture({ storage, clock: new SimulatedClock(firstOfJanuary + day) });
    expect(second.aws.physicalId('Shared', 'PartyKey')).toBe(keyId);
    expect(await secretOf(second)).toBe(secret);
    expect(second.aws.people).toEqual(first.aws.people);
    const { dynamodb, s3, sqs, kms } = second.clients;
    expect((await dynamodb.send(new GetItemCommand({ TableName: 'Accounts', Key }))).Item).toEqual(Key);
    const object = await s3.send(new GetObjectCommand({ Bucket: 'reports', Key: 'f1.json' }));
    expect(await object.Body?.transformToString()).toBe('{}');
    expect((await sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages?.[0]?.Body).toBe('kept');
    expect((await kms.send(new DescribeKeyCommand({ KeyId: 'alias/party' }))).KeyMetadata?.KeyId).toBe(keyId);
    await second.aws.close();
  });

  it('goes on with executions that were waiting', async () => {
    const storage = newStorage();
    const first = await bootFixture({ storage });
    const { executionArn } = await first.clients.sfn.send(
      new StartExecutionCommand({
        stateMachineArn: first.aws.outputs.App?.ReviewArn,
        input: '{"account":"a-1"}',
      }),
    );
    await first.aws.settled();
    await first.aws.close();

    const second = await bootFixture({ storage, clock: new SimulatedClock(firstOfJanuary + day) });
    await second.aws.settled();
    const status = async () =>
      (await second.clients.sfn.send(new DescribeExecutionCommand({ executionArn }))).status;
    expect(await status()).toBe('RUNNING');
    await second.clock.advanceTo(firstOfJanuary + 16 * day, () => second.aws.settled());
    expect(await status()).toBe('SUCCEEDED');
    await second.aws.close();
  });

  it('takes over what changed in the template', async () => {
    const storage = newStorage();
    const first = await bootFixture({ storage });
    await first.aws.close();
    const assembly = editedAssembly(({ Resources }) => {
      Resources.Added = { Type: 'AWS::SQS::Queue', Properties: {} };
      Object.assign(Resources.Inbox?.Properties ?? {}, { VisibilityTimeout: 90 });
    });
    const second = await bootFixture({ storage, assembly });
    expect(second.aws.physicalId('App', 'Added')).toMatch(/\/Added$/);
    await second.aws.close();
  });
});

describe('the lock of a storage', () => {
  it('keeps a second process out while the first one lives', async () => {
    const storage = newStorage();
    const holder = await otherProcess(storage);
    await expect(bootFixture({ storage })).rejects.toThrow(`is in use by process ${holder.pid ?? 0}`);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
  });

  it('is taken over from a process that was killed', async () => {
    const storage = newStorage();
    const holder = await otherProcess(storage);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(existsSync(join(storage, 'lock'))).toBe(true);
    const { aws } = await bootFixture({ storage });
    await aws.close();
    expect(existsSync(join(storage, 'lock'))).toBe(false);
  });

  it('is taken over when an earlier process happened to have the same id', async () => {
    const storage = newStorage();
    writeFileSync(join(storage, 'lock'), String(process.pid));
    const { aws } = await bootFixture({ storage });
    await expect(bootFixture({ storage })).rejects.toThrow('is in use by process');
    await aws.close();
  });
});
