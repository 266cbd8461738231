import {
  DynamoDBClient,
  TransactionCanceledException,
  TransactionInProgressException,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { commit } from '../../../adapters/records/transaction.ts';
import { ConcurrentChangeError, TemporarilyUnavailableError } from '../../../domain/errors/kyc-error.ts';

function cancelledFor(...codes: string[]) {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'us-east-1' }));
  const error = new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
  mockClient(client).on(TransactWriteCommand).rejects(error);
  return { done: commit(client, 'account acct_1', []), error };
}

describe('a transaction that was cancelled', () => {
  it.each([
    [['ConditionalCheckFailed', 'None']],
    [['TransactionConflict']],
    [['None', 'ConditionalCheckFailed', 'TransactionConflict']],
  ])('because of %j is a race: read again and retry', async (codes) => {
    const { done, error } = cancelledFor(...codes);
    await expect(done).rejects.toBeInstanceOf(ConcurrentChangeError);
    await expect(done).rejects.toMatchObject({ cause: error });
    await expect(done).rejects.toThrow(/^account acct_1 was changed by somebody else meanwhile/);
  });

  it.each(['ValidationError', 'ItemCollectionSizeLimitExceeded', 'AccessDenied'])(
    'because of %s is what it is, and not taken for a race',
    async (code) => {
      const { done, error } = cancelledFor('ConditionalCheckFailed', code);
      await expect(done).rejects.toBe(error);
    },
  );

  it.each(['ThrottlingError', 'ProvisionedThroughputExceeded', 'RequestLimitExceeded'])(
    'because of %s may be tried again a little later, also when another item lost a race',
    async (code) => {
      const { done, error } = cancelledFor('None', 'ConditionalCheckFailed', code);
      await expect(done).rejects.toBeInstanceOf(TemporarilyUnavailableError);
      await expect(done).rejects.toMatchObject({ cause: error, name: 'TemporarilyUnavailableError' });
    },
  );

  it('because of a shortage and a mistake is the mistake, which no retry mends', async () => {
    const { done, error } = cancelledFor('ThrottlingError', 'ValidationError');
    await expect(done).rejects.toBe(error);
  });
});

it('may be tried again while DynamoDB is still at the same request', async () => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'us-east-1' }));
  const busy = new TransactionInProgressException({ message: 'busy', $metadata: {} });
  mockClient(client).on(TransactWriteCommand).rejects(busy);
  await expect(commit(client, 'account acct_1', [])).rejects.toBeInstanceOf(TemporarilyUnavailableError);
});
