import type { JsonObject } from '../json-protocol.ts';
import { validationError } from './dynamodb-error.ts';

interface Expression {
  readonly type: string;
  readonly args: readonly unknown[];
}

const comparisons = new Set(['=', '<>', 'in']);

/**
 * dynalite compares lists and maps by identity, so that `#address = :address` would be false for equal maps. A wrong
 * answer is worse than none: such an expression is refused by name.
 */
export function refuseWhatIsNotEmulated(data: JsonObject): void {
  for (const parsed of [data._condition, data._filter]) {
    if (typeof parsed === 'object' && parsed !== null && 'expression' in parsed) refuse(parsed.expression);
  }
}

function refuse(node: unknown): void {
  if (!isExpression(node)) return;
  if (comparisons.has(node.type) && node.args.some(isDocument)) {
    throw validationError(
      `the embedded DynamoDB cannot compare lists or maps with ${node.type}: compare their scalar members instead`,
    );
  }
  node.args.forEach(refuse);
}

function isExpression(node: unknown): node is Expression {
  return (
    typeof node === 'object' && node !== null && 'type' in node && 'args' in node && Array.isArray(node.args)
  );
}

function isDocument(argument: unknown): boolean {
  if (typeof argument !== 'object' || argument === null || Array.isArray(argument)) return false;
  return 'L' in argument || 'M' in argument;
}
