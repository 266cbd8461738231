import type { JsonObject, JsonOperation } from '../json-protocol.ts';
import type { Item } from './attribute-value.ts';
import { bill, capacityOfChange, changeUnits, halfReadUnits, nothing, type Capacity } from './capacity.ts';
import { dynamodbError, isValidationError, validationError } from './dynamodb-error.ts';
import type { DynamodbParts } from './dynamodb-parts.ts';
import { evaluate } from './item-action.ts';
import { itemSize } from './item-size.ts';
import { consumedByTable } from './transaction-capacity.ts';
import { transactionMembers, type TransactionMember } from './transaction-members.ts';
import { fingerprintOf, requestToken, TransactionTokens } from './transaction-token.ts';

/** The items of one transaction may hold at most 4 MB together. */
const largestTransactionBytes = 4 * 1024 * 1024;

interface Reason {
  readonly Code: 'None' | 'ConditionalCheckFailed' | 'ValidationError';
  readonly Message?: string;
  readonly Item?: Item;
}

/** A member held against the item as it stands. */
interface Judged {
  readonly member: TransactionMember;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
  readonly reason: Reason;
}

export function transactWrites(parts: DynamodbParts): Record<'TransactWriteItems', JsonOperation> {
  const tokens = new TransactionTokens(parts.surroundings.clock, parts.storage);
  return { TransactWriteItems: (input, caller) => transactWrite(parts, tokens, input, caller) };
}

/**
 * All members or none. They are judged against the items as they stand and stored, with the token, in one commit of
 * the storage; so there is nothing to undo, neither after a failed member nor after a kill.
 */
async function transactWrite(
  parts: DynamodbParts,
  tokens: TransactionTokens,
  input: JsonObject,
  caller: string,
): Promise<JsonObject> {
  const token = requestToken(input.ClientRequestToken);
  const fingerprint = fingerprintOf(input.TransactItems);
  const wanted = input.ReturnConsumedCapacity;
  const prepared = transactionMembers(parts, input.TransactItems, caller);
  return parts.writes.run(async () => {
    const members = prepared.map((member) => ({ ...member, table: parts.tables.current(member.table) }));
    if (token !== undefined && (await tokens.isRepeat(token, fingerprint))) {
      const capacities = await capacityOfRepeat(parts, members, caller);
      return consumedByTable(wanted, capacities, 2);
    }
    const judged = await Promise.all(members.map((member) => judge(parts, member)));
    refuseTooLarge(judged);
    if (judged.some(({ reason }) => reason.Code !== 'None')) {
      for (const { before, after } of judged) {
        const units = 2 * changeUnits({ before, after });
        bill(parts.surroundings, 'dynamodb.writeUnit', { ...nothing, table: units }, caller);
      }
      throw cancelled(judged.map(({ reason }) => reason));
    }
    const together = token === undefined ? [] : await tokens.record(token, fingerprint);
    await parts.items.commit(judged.filter(({ member }) => member.changesItem).map(changeOf), together);
    return consumedByTable(wanted, capacityOfTransaction(parts, judged, caller), 1);
  });
}

async function judge(parts: DynamodbParts, member: TransactionMember): Promise<Judged> {
  const before = await parts.items.read(member.table, member.key);
  const attempt = { member, before, after: member.attempted };
  try {
    const evaluation = await evaluate(member.operation, member.data, member.table, before);
    if (evaluation.outcome === 'conditionFailed')
      return { ...attempt, reason: conditionReason(member, before) };
    return { member, before, after: evaluation.after, reason: { Code: 'None' } };
  } catch (error) {
    if (!isValidationError(error)) throw error;
    return { ...attempt, reason: { Code: 'ValidationError', Message: error.message } };
  }
}

function conditionReason(member: TransactionMember, before: Item | undefined): Reason {
  return {
    Code: 'ConditionalCheckFailed',
    Message: 'The conditional request failed',
    ...(member.returnsItemOnFailure && before ? { Item: before } : {}),
  };
}

function cancelled(reasons: readonly Reason[]): Error {
  const codes = reasons.map((reason) => reason.Code).join(', ');
  return dynamodbError(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    { CancellationReasons: reasons },
  );
}

function refuseTooLarge(judged: readonly Judged[]): void {
  const bytes = judged.reduce((sum, { after }) => sum + itemSize(after), 0);
  if (bytes <= largestTransactionBytes) return;
  throw validationError(
    `the items of a transaction may hold ${largestTransactionBytes} bytes together, these hold ${bytes}: split it`,
  );
}

function changeOf({ member, before, after }: Judged) {
  return { table: member.table, key: member.key, before, after };
}

/** Twice for each item, which is written to prepare and to commit; indexes follow the commit, once. */
function capacityOfTransaction(
  parts: DynamodbParts,
  judged: readonly Judged[],
  caller: string,
): [string, Capacity][] {
  return judged.map((one) => {
    const single = one.member.changesItem
      ? capacityOfChange(changeOf(one))
      : { ...nothing, table: changeUnits({ before: one.before, after: undefined }) };
    const capacity = { ...single, table: 2 * single.table };
    bill(parts.surroundings, 'dynamodb.writeUnit', capacity, caller);
    return [one.member.table.description.TableName, capacity];
  });
}

/** A repeat writes nothing: it bills a transactional read of each item. */
async function capacityOfRepeat(
  parts: DynamodbParts,
  members: readonly TransactionMember[],
  caller: string,
): Promise<[string, Capacity][]> {
  return Promise.all(
    members.map(async ({ table, key }): Promise<[string, Capacity]> => {
      const units = halfReadUnits(itemSize(await parts.items.read(table, key)), 'transactional');
      const capacity = { ...nothing, table: units };
      bill(parts.surroundings, 'dynamodb.halfReadUnit', capacity, caller);
      return [table.description.TableName, capacity];
    }),
  );
}
