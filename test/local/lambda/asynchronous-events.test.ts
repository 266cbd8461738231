import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterEach, describe, expect, it } from 'vitest';
import { SimulatedClock } from '../../../local/clock/simulated-clock.ts';
import { type Booted, bootFixture, firstOfJanuary, newStorage } from '../fixtures/booted.ts';

const minute = 60_000;

async function accept({ aws }: Booted, event: object): Promise<number | undefined> {
  const credentials = { accessKeyId: 'operator', secretAccessKey: 'x' };
  const client = new LambdaClient({ endpoint: aws.endpoint, region: 'us-east-1', credentials });
  const answer = await client.send(
    new InvokeCommand({ FunctionName: 'Echo', InvocationType: 'Event', Payload: JSON.stringify(event) }),
  );
  return answer.StatusCode;
}

async function destination({ aws, clients }: Booted): Promise<unknown> {
  const QueueUrl = aws.outputs.App?.DeadLettersUrl;
  const { Messages } = await clients.sqs.send(new ReceiveMessageCommand({ QueueUrl }));
  return Messages?.[0]?.Body === undefined ? undefined : JSON.parse(Messages[0].Body);
}

describe('an asynchronous event', () => {
  let booted: Booted;
  afterEach(() => booted.aws.close());

  it('is taken at once and run on its own', async () => {
    booted = await bootFixture();
    expect(await accept(booted, { id: 'e-1' })).toBe(202);
    await booted.aws.settled();
    expect(booted.aws.lambda.logs('Echo')).toEqual(['{"id":"e-1"}']);
    expect(await destination(booted)).toBeUndefined();
  });

  it('that keeps failing is retried, and then handed to the destination with its reason', async () => {
    booted = await bootFixture();
    await accept(booted, { fail: 'list too old' });
    await booted.aws.settled();
    expect(await destination(booted)).toBeUndefined();
    const { clock, aws } = booted;
    await clock.advanceTo(clock.now() + minute + 1000, () => aws.settled());
    await aws.settled();
    expect(await destination(booted)).toMatchObject({
      requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 2 },
      requestPayload: { fail: 'list too old' },
      responsePayload: { errorMessage: 'list too old' },
    });
  });

  it('that waits for its retry outlives a restart', async () => {
    const storage = newStorage();
    const first = await bootFixture({ storage });
    await accept(first, { fail: 'still' });
    await first.aws.settled();
    await first.aws.close();
    booted = await bootFixture({ storage, clock: new SimulatedClock(firstOfJanuary + 5 * minute) });
    await booted.clock.advanceTo(booted.clock.now() + 1000, () => booted.aws.settled());
    expect(await destination(booted)).toMatchObject({ requestContext: { approximateInvokeCount: 2 } });
  });
});
