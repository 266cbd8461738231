import { TransactionCanceledException, TransactionInProgressException } from '@aws-sdk/client-dynamodb';
import {
  TransactWriteCommand,
  type DynamoDBDocumentClient,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { ConcurrentChangeError, TemporarilyUnavailableError } from '../../domain/errors/kyc-error.ts';

export type TransactionItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/**
 * Writes all items or none.
 *
 * @param what names the change for the error, in ids
 * @throws ConcurrentChangeError when a condition failed or another transaction holds an item: read again and retry
 * @throws TemporarilyUnavailableError when DynamoDB had no capacity for it, or is still at the same request: retry
 */
export async function commit(
  client: DynamoDBDocumentClient,
  what: string,
  items: readonly TransactionItem[],
): Promise<void> {
  try {
    await client.send(new TransactWriteCommand({ TransactItems: [...items] }));
  } catch (error) {
    throw named(error, what);
  }
}

// DynamoDB's codes of one item's part in a cancelled transaction.
const untouched = ['None'];
const races = ['ConditionalCheckFailed', 'TransactionConflict'];
const shortages = ['ThrottlingError', 'ProvisionedThroughputExceeded', 'RequestLimitExceeded'];

/** The error under the name that says what to do about it; any other error as it is. */
function named(error: unknown, what: string): unknown {
  if (error instanceof TransactionInProgressException)
    return new TemporarilyUnavailableError(`${what} is still being written`, { cause: error });
  if (!(error instanceof TransactionCanceledException)) return error;
  const codes = error.CancellationReasons?.map((reason) => reason.Code ?? 'None') ?? [];
  const isAll = (...known: string[]) => codes.every((code) => known.includes(code));
  if (isAll(...untouched, ...races))
    return new ConcurrentChangeError(`${what} was changed by somebody else meanwhile (${codes.join(', ')})`, {
      cause: error,
    });
  if (isAll(...untouched, ...races, ...shortages))
    return new TemporarilyUnavailableError(`${what} could not be written now (${codes.join(', ')})`, {
      cause: error,
    });
  return error;
}
