import { SQSClient } from '@aws-sdk/client-sqs';
import { Gateway } from '../../../../local/servers/gateway.ts';
import { createSqs } from '../../../../local/servers/sqs/sqs-service.ts';
import type { Surroundings } from '../../../../local/surroundings.ts';
import { recordedSurroundings, type RecordedSurroundings } from '../../../support/surroundings.ts';

export interface RunningSqs {
  readonly sqs: SQSClient;
  readonly surroundings: RecordedSurroundings;
  /** ARNs of queues that said they may have a message to give, in order. */
  readonly announced: readonly string[];
  stop(): Promise<void>;
}

/** The embedded SQS behind a gateway, with an SDK client that everything is allowed unless `overrides.access` says no. */
export async function startSqs(overrides: Partial<Surroundings> = {}): Promise<RunningSqs> {
  const surroundings = recordedSurroundings(overrides);
  const announced: string[] = [];
  let endpoint = '';
  const service = createSqs(surroundings, {
    endpoint: () => endpoint,
    onVisible: (queueArn) => {
      announced.push(queueArn);
    },
  });
  const gateway = new Gateway([service]);
  endpoint = await gateway.listen();
  const sqs = new SQSClient({
    endpoint,
    region: surroundings.region,
    credentials: { accessKeyId: 'caller', secretAccessKey: 'local-secret' },
    maxAttempts: 1,
  });
  return {
    sqs,
    surroundings,
    announced,
    stop: async () => {
      sqs.destroy();
      surroundings.clock.stop();
      await gateway.close();
    },
  };
}

export const queueArn = (name: string): string => `arn:aws:sqs:us-east-1:000000000000:${name}`;
