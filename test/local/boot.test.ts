import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { DescribeExecutionCommand, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Booted, bootFixture } from './fixtures/booted.ts';

describe('a booted assembly', () => {
  let booted: Booted;
  beforeAll(async () => {
    booted = await bootFixture();
  });
  afterAll(() => booted.aws.close());

  it('gives the outputs of every stack, resolved across stacks', () => {
    const { outputs, apiUrl, endpoint } = booted.aws;
    expect(outputs).toMatchObject({
      Shared: { TableName: 'Accounts', TableArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/Accounts' },
      App: { WebhookUrl: `${apiUrl}/intake`, InboxUrl: `${endpoint}/000000000000/Inbox` },
    });
  });

  it('names what it ignored on purpose', () => {
    expect(booted.aws.ignored).toEqual(['AWS::CloudWatch::Alarm', 'AWS::Logs::LogGroup', 'AWS::SNS::Topic']);
  });

  it('does not create a resource whose condition does not hold', () => {
    expect(booted.aws.resources().map(({ logicalId }) => logicalId)).not.toContain('ProductionOnly');
    expect(() => booted.aws.physicalId('App', 'ProductionOnly')).toThrow('no resource ProductionOnly');
  });

  it('generates the secrets of the template', async () => {
    const SecretId = booted.aws.physicalId('Shared', 'WebhookSecret');
    const { SecretString } = await booted.clients.secrets.send(new GetSecretValueCommand({ SecretId }));
    expect(SecretString).toMatch(/^[A-Za-z0-9]{40}$/);
  });

  it('carries a webhook through the API, the queue and its consumer into the table', async () => {
    const answer = await fetch(booted.aws.outputs.App?.WebhookUrl ?? '', {
      method: 'POST',
      body: 'account#1',
    });
    expect([answer.status, await answer.json()]).toEqual([202, { accepted: true }]);
    await booted.aws.settled();
    const { dynamodb, sqs } = booted.clients;
    const stored = await dynamodb.send(
      new GetItemCommand({ TableName: 'Accounts', Key: { pk: { S: 'account#1' } } }),
    );
    expect(stored.Item).toEqual({ pk: { S: 'account#1' }, receives: { N: '1' } });
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: booted.aws.outputs.App?.InboxUrl, AttributeNames: ['All'] }),
    );
    expect(Attributes).toMatchObject({
      ApproximateNumberOfMessages: '0',
      ApproximateNumberOfMessagesNotVisible: '0',
    });
  });

  it('runs a machine from its asset, and lets its days pass as the clock moves', async () => {
    const { sfn, dynamodb } = booted.clients;
    const started = await sfn.send(
      new StartExecutionCommand({
        stateMachineArn: booted.aws.outputs.App?.ReviewArn,
        input: '{"account":"a-7"}',
      }),
    );
    await booted.aws.settled();
    const { clock, aws } = booted;
    await clock.advanceTo(clock.now() + 15 * 86_400_000 + 1000, () => aws.settled());
    const { status } = await sfn.send(new DescribeExecutionCommand({ executionArn: started.executionArn }));
    expect(status).toBe('SUCCEEDED');
    const Key = { pk: { S: 'closed#a-7' } };
    const { Item } = await dynamodb.send(new GetItemCommand({ TableName: 'Accounts', Key }));
    expect(Item).toEqual(Key);
  });

  it('books what the functions and machines cost to the flow of their tag', () => {
    const flows = new Map(booted.aws.meter.usage().map(({ flow, ...usage }) => [flow, usage]));
    expect(flows.has('verify-account')).toBe(true);
  });
});
