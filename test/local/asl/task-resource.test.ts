import { expect, test } from 'vitest';
import { readTaskResource } from '../../../local/asl/task-resource.ts';
import { commandFor } from '../../../local/servers/states/integrations/sdk-call.ts';

const sdkActions = {
  dynamodb: [
    ...['getItem', 'putItem', 'updateItem', 'deleteItem', 'query', 'scan', 'transactWriteItems'],
    ...['transactGetItems', 'batchWriteItem', 'batchGetItem'],
  ],
  s3: [
    ...['getObject', 'putObject', 'headObject', 'deleteObject', 'copyObject', 'listObjectsV2'],
    ...['getObjectRetention', 'putObjectRetention', 'getObjectLegalHold', 'putObjectLegalHold'],
  ],
  sqs: ['sendMessage', 'sendMessageBatch', 'deleteMessage', 'getQueueAttributes'],
  eventbridge: ['putEvents'],
  sfn: [
    ...['sendTaskSuccess', 'sendTaskFailure', 'sendTaskHeartbeat', 'startExecution', 'stopExecution'],
    'describeExecution',
  ],
};

const cases = Object.entries(sdkActions).flatMap(([service, actions]) =>
  actions.map((action) => [service, action] as const),
);

test.each(cases)('aws-sdk:%s:%s is let in, and the SDK has the command', (service, action) => {
  expect(readTaskResource(`arn:aws:states:::aws-sdk:${service}:${action}`)).toEqual({
    ...{ service, action, isSdk: true, mode: 'requestResponse' },
  });
  expect(commandFor(service, action)).toBeTypeOf('function');
});
