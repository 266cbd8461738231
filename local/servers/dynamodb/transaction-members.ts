import type { JsonObject } from '../json-protocol.ts';
import { wantsItemOnFailure } from './condition-failure-detail.ts';
import { validationError } from './dynamodb-error.ts';
import type { DynamodbParts } from './dynamodb-parts.ts';
import type { WriteOperation } from './item-action.ts';
import { prepareWrite, type ItemWrite } from './single-writes.ts';

/** AWS takes at most this many members in one transaction. */
const mostMembers = 100;

export interface TransactionMember extends ItemWrite {
  readonly changesItem: boolean;
  readonly returnsItemOnFailure: boolean;
}

const kinds: Readonly<Record<string, { operation: WriteOperation; action: string; changesItem: boolean }>> = {
  Put: { operation: 'PutItem', action: 'PutItem', changesItem: true },
  Update: { operation: 'UpdateItem', action: 'UpdateItem', changesItem: true },
  Delete: { operation: 'DeleteItem', action: 'DeleteItem', changesItem: true },
  // A check is a conditional delete that is not carried out.
  ConditionCheck: { operation: 'DeleteItem', action: 'ConditionCheckItem', changesItem: false },
};

/**
 * The members of a TransactItems list, each as its only name and its body.
 *
 * @throws ServiceError ValidationException naming the position of a member that is none of `allowed`
 */
export function namedMembers(transactItems: unknown, allowed: readonly string[]): [string, JsonObject][] {
  if (!Array.isArray(transactItems) || transactItems.length < 1 || transactItems.length > mostMembers) {
    throw validationError(
      "1 validation error detected: Value at 'transactItems' failed to satisfy constraint: " +
        `Member must have length between 1 and ${mostMembers}`,
    );
  }
  return transactItems.map((member: unknown, position) => {
    const [entry, ...others] = Object.entries(member ?? {});
    if (!entry || others.length > 0 || !allowed.includes(entry[0]) || typeof entry[1] !== 'object') {
      throw validationError(
        `TransactItems[${position}] must hold exactly one of ${allowed.join(', ')}; ` +
          `found ${Object.keys(member ?? {}).join(', ') || 'nothing'}`,
      );
    }
    return [entry[0], entry[1] as JsonObject];
  });
}

/** Checks every member and asks for access to each, under its own action. */
export function transactionMembers(
  parts: DynamodbParts,
  transactItems: unknown,
  caller: string,
): TransactionMember[] {
  const members = namedMembers(transactItems, Object.keys(kinds)).map(([name, body], position) => {
    const kind = kinds[name];
    if (!kind) throw new Error(`transaction member ${name} passed the check of its name`);
    if (name === 'ConditionCheck' && body.ConditionExpression === undefined) {
      throw validationError(`TransactItems[${position}].ConditionCheck lacks its ConditionExpression`);
    }
    return {
      ...prepareWrite(parts, kind.operation, body, caller, kind.action),
      changesItem: kind.changesItem,
      returnsItemOnFailure: wantsItemOnFailure(body),
    };
  });
  const places = new Set(members.map(({ table, key }) => `${table.description.TableName}!${key}`));
  if (places.size < members.length) {
    throw validationError('Transaction request cannot include multiple operations on one item');
  }
  return members;
}
