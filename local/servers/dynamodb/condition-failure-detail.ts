import type { JsonObject } from '../json-protocol.ts';
import { validationError } from './dynamodb-error.ts';

/**
 * Whether a failed condition answers with the item as it stands (`ReturnValuesOnConditionCheckFailure`), which
 * dynalite does not know and would drop.
 */
export function wantsItemOnFailure(input: JsonObject): boolean {
  const wanted = input.ReturnValuesOnConditionCheckFailure ?? 'NONE';
  if (wanted === 'ALL_OLD' || wanted === 'NONE') return wanted === 'ALL_OLD';
  throw validationError(
    `1 validation error detected: Value '${JSON.stringify(wanted)}' at 'returnValuesOnConditionCheckFailure' ` +
      'failed to satisfy constraint: Member must satisfy enum value set: [ALL_OLD, NONE]',
  );
}
