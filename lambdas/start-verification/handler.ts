import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { ExecutionAlreadyExists, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { SQSEvent } from 'aws-lambda';
import { documentClient, sfnClient } from '../../adapters/aws/clients.ts';
import { inboxStore } from '../../adapters/inbox/inbox-store.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { handlerStack } from '../runtime/handler-stack.ts';
import { logger } from '../runtime/observability.ts';
import { Config } from './config.ts';
import { startVerification } from './start-verification.ts';

const config = readEnvironment(Config);
const sfn = sfnClient();

const start = startVerification({
  inbox: inboxStore(documentClient(), config.INBOX_TABLE),
  start: async (name, input) => {
    const command = { stateMachineArn: config.STATE_MACHINE_ARN, name, input: JSON.stringify(input) };
    try {
      await sfn.send(new StartExecutionCommand(command));
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  },
});

const processor = new BatchProcessor(EventType.SQS, { logger });

export const handler = handlerStack((event, context) =>
  processPartialResponse(event as SQSEvent, start, processor, { context, throwOnFullBatchFailure: false }),
);
