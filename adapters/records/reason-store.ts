import { GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { RecordMissingError } from '../../domain/errors/kyc-error.ts';
import { sealedDigest, type Envelope } from '../sealing/envelope.ts';
import { readStored } from './stored.ts';
import { SealedItem } from './sealed-item.ts';
import type { TransactionItem } from './transaction.ts';

/** A reviewer's reason, ready to be written with the step it belongs to. */
export interface SealedReason {
  readonly item: TransactionItem;
  /** Of the sealed text, for the audit entry. */
  readonly digest: string;
}

/** Why people decided as they did: free text, in which anything about a person may stand, so it is sealed. */
export interface ReasonStore {
  /** @param revision of the case, to which the step has brought it */
  seal(caseId: string, revision: number, because: string): Promise<SealedReason>;
  /** @throws RecordMissingError */
  load(caseId: string, revision: number): Promise<string>;
}

export function reasonStore(
  client: DynamoDBDocumentClient,
  tableName: string,
  envelope: Envelope,
): ReasonStore {
  return {
    async seal(caseId, revision, because) {
      const sealed = await envelope.seal(subjectOf(caseId), because);
      const item = { Put: { TableName: tableName, Item: { ...keyOf(caseId, revision), ...sealed } } };
      return { item, digest: sealedDigest(sealed) };
    },
    async load(caseId, revision) {
      const { Item } = await client.send(
        new GetCommand({ TableName: tableName, Key: keyOf(caseId, revision), ConsistentRead: true }),
      );
      const name = `reason of case ${caseId} at revision ${revision}`;
      if (!Item) throw new RecordMissingError(`${name} is not stored`);
      return envelope.unseal(subjectOf(caseId), readStored(SealedItem, name, Item));
    },
  };
}

const subjectOf = (caseId: string): string => `case:${caseId}`;

const keyOf = (caseId: string, revision: number) => ({ pk: `case#${caseId}`, sk: `reason#${revision}` });
