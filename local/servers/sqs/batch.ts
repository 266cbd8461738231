import { ServiceError } from '../service-error.ts';

interface Failed {
  readonly Id: string;
  readonly Code: string;
  readonly Message: string;
  readonly SenderFault: true;
}

export interface BatchResult<Result> {
  readonly Successful: (Result & { readonly Id: string })[];
  readonly Failed: Failed[];
}

// SQS quotas, "Message batch request size".
const mostEntries = 10;

/**
 * Does `each` for every entry; one that is refused stands among the failed, and the others go on.
 *
 * @throws ServiceError for a batch that is empty, too long, or has an id twice
 */
export function batch<Entry extends { readonly Id: string }, Result>(
  entries: readonly Entry[],
  each: (entry: Entry) => Result,
): BatchResult<Result> {
  checkEntries(entries);
  const result: BatchResult<Result> = { Successful: [], Failed: [] };
  for (const entry of entries) {
    try {
      result.Successful.push({ Id: entry.Id, ...each(entry) });
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      result.Failed.push({ Id: entry.Id, Code: error.code, Message: error.message, SenderFault: true });
    }
  }
  return result;
}

function checkEntries(entries: readonly { readonly Id: string }[]): void {
  if (entries.length === 0) {
    throw new ServiceError('EmptyBatchRequest', 'There should be at least one entry in the request.');
  }
  if (entries.length > mostEntries) {
    throw new ServiceError(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are ${mostEntries}. You have sent ${entries.length}.`,
    );
  }
  const ids = entries.map(({ Id }) => Id);
  const repeated = ids.find((id, index) => ids.indexOf(id) < index);
  if (repeated !== undefined) {
    throw new ServiceError('BatchEntryIdsNotDistinct', `Id ${repeated} repeated.`);
  }
}
