import { partyReader } from '../../adapters/records/party-store.ts';
import { kmsUnsealer } from '../../adapters/sealing/envelope.ts';
import { screeningQuery } from '../../domain/accounts/screening-query.ts';
import { RecordMissingError, StoredRecordInvalidError } from '../../domain/errors/kyc-error.ts';
import type { ScreeningQuery } from '../../domain/screening/screening.ts';
import { CouldNotTellError } from '../outcome-errors.ts';
import type { Stage } from './stage.ts';

/** What one version of a party is screened with; null when its facts are erased or damaged. */
export type QueryOf = (party: {
  readonly party: string;
  readonly sequence: number;
}) => Promise<ScreeningQuery | null>;

/** Unseals with the rights of whoever runs the command. The functions throw CouldNotTellError when those do not reach. */
export function unsealedQueries(
  { clients, names }: Pick<Stage, 'clients' | 'names'>,
  accountId: string,
): QueryOf {
  const reader = partyReader(clients.documents, names.RecordsTable, kmsUnsealer(clients.kms));
  return async ({ party: partyId, sequence }) => {
    try {
      return screeningQuery(await reader.load({ accountId, partyId, sequence }));
    } catch (error) {
      if (error instanceof RecordMissingError || error instanceof StoredRecordInvalidError) return null;
      if (error instanceof Error && error.name === 'AccessDeniedException') {
        throw new CouldNotTellError(
          `party ${partyId} cannot be unsealed: you need dynamodb:GetItem on the records and kms:Decrypt on the key of the parties`,
          { cause: error },
        );
      }
      throw error;
    }
  };
}
