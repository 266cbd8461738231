import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  TransactWriteCommand,
  type DynamoDBDocumentClient,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { ConcurrentChangeError } from '../../domain/errors/kyc-error.ts';

export type TransactionItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/**
 * Writes all items or none.
 *
 * @param what names the change for the error, in ids
 * @throws ConcurrentChangeError when a condition failed or another transaction holds an item: read again and retry
 */
export async function commit(
  client: DynamoDBDocumentClient,
  what: string,
  items: readonly TransactionItem[],
): Promise<void> {
  try {
    await client.send(new TransactWriteCommand({ TransactItems: [...items] }));
  } catch (error) {
    if (!(error instanceof TransactionCanceledException) || !isRace(error)) throw error;
    const codes = error.CancellationReasons?.map((reason) => reason.Code ?? 'None').join(', ') ?? '';
    throw new ConcurrentChangeError(`${what} was changed by somebody else meanwhile (${codes})`, {
      cause: error,
    });
  }
}

function isRace(error: TransactionCanceledException): boolean {
  const codes = error.CancellationReasons?.map((reason) => reason.Code) ?? [];
  return codes.every((code) =>
    ['None', 'ConditionalCheckFailed', 'TransactionConflict', undefined].includes(code),
  );
}
