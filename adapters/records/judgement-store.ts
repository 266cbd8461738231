import { GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { DispositionRecord } from '../../domain/dispositions/disposition-record.ts';
import { JudgedQuery } from '../../domain/dispositions/judged-query.ts';
import { RecordMissingError } from '../../domain/errors/kyc-error.ts';
import { sealedDigest, type Envelope } from '../sealing/envelope.ts';
import { SealedItem } from './sealed-item.ts';
import { readStored } from './stored.ts';
import type { TransactionItem } from './transaction.ts';

type Judged = Pick<DispositionRecord, 'id' | 'accountId' | 'partyId'>;

/** A sealed text, ready to be written with the step it belongs to. */
export interface SealedJudgement {
  readonly item: TransactionItem;
  /** Of the sealed text, for the record. */
  readonly digest: string;
}

/** What a disposition rests on that is personal, sealed under the party: its data as judged, and people's reasons. */
export interface JudgementStore {
  sealQuery(of: Judged, query: JudgedQuery): Promise<SealedJudgement>;
  /** @throws RecordMissingError */
  query(of: Judged): Promise<JudgedQuery>;
  /** @param revision of the disposition, to which the step has brought it */
  sealReason(of: Judged, revision: number, because: string): Promise<SealedJudgement>;
  /** @throws RecordMissingError */
  reason(of: Judged, revision: number): Promise<string>;
}

export function judgementStore(
  client: DynamoDBDocumentClient,
  tableName: string,
  envelope: Envelope,
): JudgementStore {
  const seal = async (of: Judged, part: string, text: string): Promise<SealedJudgement> => {
    const sealed = await envelope.seal(subjectOf(of), text);
    const item = { Put: { TableName: tableName, Item: { ...keyOf(of, part), ...sealed } } };
    return { item, digest: sealedDigest(sealed) };
  };
  const unseal = async (of: Judged, part: string): Promise<string> => {
    const name = `${part} of disposition ${of.id}`;
    const get = new GetCommand({ TableName: tableName, Key: keyOf(of, part), ConsistentRead: true });
    const { Item } = await client.send(get);
    if (!Item) throw new RecordMissingError(`${name} is not stored`);
    return envelope.unseal(subjectOf(of), readStored(SealedItem, name, Item));
  };
  return {
    sealQuery: (of, query) => seal(of, queryPart, JSON.stringify(query)),
    query: async (of) => {
      const query: unknown = JSON.parse(await unseal(of, queryPart));
      return readStored(JudgedQuery, `${queryPart} of disposition ${of.id}`, query);
    },
    sealReason: (of, revision, because) => seal(of, reasonPart(revision), because),
    reason: (of, revision) => unseal(of, reasonPart(revision)),
  };
}

const queryPart = 'query';
const reasonPart = (revision: number): string => `reason#${revision}`;

/** The party whose data it is: with the party's keys these are erased too. */
const subjectOf = ({ accountId, partyId }: Judged): string => `party:${accountId}:${partyId}`;

const keyOf = ({ id }: Judged, part: string) => ({ pk: `disposition#${id}`, sk: part });
