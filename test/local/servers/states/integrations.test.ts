import { afterEach, describe, expect, test } from 'vitest';
import { jsonService, type JsonObject, type JsonOperation } from '../../../../local/servers/json-protocol.ts';
import { ServiceError } from '../../../../local/servers/service-error.ts';
import { emulatedStates, type EmulatedStates } from './emulated-states.ts';
import { only, waitForAnswer } from './machines.ts';
import { objectTable } from './object-table.ts';

let aws: EmulatedStates | undefined;
afterEach(() => aws?.close());

const task = (resource: string, args: object, more: object = {}): object =>
  only({ Type: 'Task', Resource: `arn:aws:states:::${resource}`, Arguments: args, ...more });

/** One operation of one service, with what it was asked. */
function recorder(signingName: string, operation: string, answer: JsonOperation) {
  const asked: JsonObject[] = [];
  const service = jsonService(signingName, '1.0', {
    [operation]: (input, caller) => {
      asked.push(input);
      return answer(input, caller);
    },
  });
  return { asked, service };
}

async function run(machine: object, others: Parameters<typeof emulatedStates>[0] = {}) {
  aws = await emulatedStates(others);
  return aws.run(await aws.deploy('m', machine));
}

const refusing =
  (code: string): JsonOperation =>
  () => {
    throw new ServiceError(code, 'no');
  };

describe('an error of DynamoDB', () => {
  const item = { TableName: 't', Item: { pk: { S: 'a' } } };

  test.each([
    ['dynamodb:putItem', 'DynamoDB.ConditionalCheckFailedException'],
    ['aws-sdk:dynamodb:putItem', 'DynamoDb.ConditionalCheckFailedException'],
  ])('through %s is %s', async (resource, expected) => {
    const { service } = recorder('dynamodb', 'PutItem', refusing('ConditionalCheckFailedException'));
    expect(await run(task(resource, item), { others: [service] })).toMatchObject({ error: expected });
  });
});

describe('S3 through the SDK integration', () => {
  test('answers a missing key with S3.NoSuchKeyException', async () => {
    const machine = task('aws-sdk:s3:getObject', { Bucket: 'b', Key: 'none' });
    expect(await run(machine, { others: [objectTable()] })).toMatchObject({ error: 'S3.NoSuchKeyException' });
  });

  test('takes a body as JSON', async () => {
    const s3 = objectTable();
    const written = await run(task('aws-sdk:s3:putObject', { Bucket: 'b', Key: 'k', Body: { a: 1 } }), {
      others: [s3],
    });
    expect(written).toMatchObject({ status: 'SUCCEEDED' });
    expect(s3.objects.get('b/k')).toBe('{"a":1}');
  });
});

test('sqs:sendMessage takes its body as JSON', async () => {
  const { asked, service } = recorder('sqs', 'SendMessage', () => ({
    ...{ MessageId: '1', MD5OfMessageBody: 'bd2af5c6c4b0ffc0ba1b4e1bbf0cb4ed' },
  }));
  const QueueUrl = 'http://local/q';
  await run(task('sqs:sendMessage', { QueueUrl, MessageBody: { a: 1 } }), { others: [service] });
  expect(asked).toMatchObject([{ QueueUrl, MessageBody: '{"a":1}' }]);
});

describe('events:putEvents', () => {
  const Entries = [{ Source: 's', DetailType: 'd', Detail: { a: 1 } }];

  test('writes details as text and names the execution and the machine as resources', async () => {
    const { asked, service } = recorder('events', 'PutEvents', () => ({ FailedEntryCount: 0, Entries: [] }));
    const { executionArn, stateMachineArn } = await run(task('events:putEvents', { Entries }), {
      others: [service],
    });
    expect(asked).toMatchObject([
      { Entries: [{ Detail: '{"a":1}', Resources: [executionArn, stateMachineArn] }] },
    ]);
  });

  test('fails with EventBridge.FailedEntry when an entry was not taken', async () => {
    const { service } = recorder('events', 'PutEvents', () => ({ FailedEntryCount: 1, Entries: [] }));
    expect(await run(task('events:putEvents', { Entries }), { others: [service] })).toMatchObject({
      error: 'EventBridge.FailedEntry',
    });
  });
});

test('a service that is not emulated is an error of the SDK client', async () => {
  const machine = task('dynamodb:getItem', { TableName: 't', Key: {} });
  expect(await run(machine)).toMatchObject({ error: 'DynamoDB.SdkClientException' });
});

describe('states:startExecution', () => {
  const starting = (mode: string, child: string, more: object = {}): object =>
    task(`states:startExecution${mode}`, { StateMachineArn: child, Input: { n: 2 }, Name: 'child' }, more);

  test('goes on at once with the ARN of what it started', async () => {
    aws = await emulatedStates();
    const child = await aws.deploy('child', only({ Type: 'Wait', Seconds: 60 }));
    const { status, output = '' } = await aws.run(await aws.deploy('parent', starting('', child)));
    expect(status).toBe('SUCCEEDED');
    expect(JSON.parse(output)).toMatchObject({
      ExecutionArn: expect.stringContaining(':child:child') as string,
    });
  });

  test('with .sync:2 waits for the end and gives the output as JSON', async () => {
    aws = await emulatedStates();
    const child = await aws.deploy('child', only({ Type: 'Wait', Seconds: 60 }));
    const Output = '{% $states.result.Output.n %}';
    const { executionArn = '' } = await aws.run(
      await aws.deploy('parent', starting('.sync:2', child, { Output })),
    );
    await aws.pass(61);
    expect(await aws.describe(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '2' });
  });

  test('with .sync:2 is States.TaskFailed when the child fails', async () => {
    aws = await emulatedStates();
    const failing = { StartAt: 'F', States: { F: { Type: 'Fail', Error: 'Broken' } } };
    const child = await aws.deploy('child', failing);
    const execution = await aws.run(await aws.deploy('parent', starting('.sync:2', child)));
    expect(execution).toMatchObject({ status: 'FAILED', error: 'States.TaskFailed' });
    expect(JSON.parse(execution.cause ?? '')).toMatchObject({ Status: 'FAILED', Error: 'Broken' });
  });

  test('of a name that is taken is StepFunctions.ExecutionAlreadyExistsException', async () => {
    aws = await emulatedStates();
    const child = await aws.deploy('child', { StartAt: 'S', States: { S: { Type: 'Succeed' } } });
    const parent = await aws.deploy('parent', starting('', child));
    await aws.run(parent);
    expect(await aws.run(parent)).toMatchObject({ error: 'StepFunctions.ExecutionAlreadyExistsException' });
  });
});

test('a machine can answer the token of another, and a used one is Sfn.TaskTimedOutException', async () => {
  aws = await emulatedStates();
  aws.functions.define('ask', () => null);
  const asking = await aws.run(await aws.deploy('asking', only(waitForAnswer('ask'))));
  const { token } = aws.functions.invoked[0]?.event as { token: string };
  const answering = await aws.deploy(
    'answering',
    task('aws-sdk:sfn:sendTaskSuccess', { TaskToken: token, Output: '"yes"' }),
  );
  expect(await aws.run(answering)).toMatchObject({ status: 'SUCCEEDED' });
  expect(await aws.describe(asking.executionArn ?? '')).toMatchObject({ output: '"yes"' });
  expect(await aws.run(answering)).toMatchObject({ error: 'Sfn.TaskTimedOutException' });
});
