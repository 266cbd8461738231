import { expect, test } from 'vitest';
import { conditionOperators } from '../../../local/iam/condition-operators.ts';

const queue = 'arn:aws:sqs:us-east-1:000000000000:inbox';

test.each<[operator: string, found: string[], wanted: string[], holds: boolean]>([
  ['StringEquals', ['a'], ['b', 'a'], true],
  ['StringEquals', ['A'], ['a'], false],
  ['StringEquals', [], ['a'], false],
  ['StringEqualsIfExists', [], ['a'], true],
  ['StringEqualsIfExists', ['b'], ['a'], false],
  ['StringNotEquals', ['b'], ['a'], true],
  ['StringNotEquals', ['a'], ['a', 'b'], false],
  ['StringNotEquals', [], ['a'], true],
  ['StringLike', ['party-1'], ['party-?'], true],
  ['StringLike', ['party-12'], ['party-?'], false],
  ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b', 'c'], true],
  ['ForAllValues:StringEquals', ['a', 'd'], ['a', 'b', 'c'], false],
  ['ForAllValues:StringEquals', [], ['a'], true],
  ['ForAllValues:StringLike', ['ACCOUNT#1', 'ACCOUNT#2'], ['ACCOUNT#*'], true],
  ['ForAnyValue:StringEquals', ['a', 'd'], ['d'], true],
  ['ForAnyValue:StringEquals', [], ['d'], false],
  ['ForAnyValue:StringLike', ['x', 'party-1'], ['party-*'], true],
  ['Bool', ['true'], ['True'], true],
  ['Bool', ['true'], ['false'], false],
  ['ArnLike', [queue], ['arn:aws:sqs:*:000000000000:in*'], true],
  ['ArnLike', [queue], ['arn:aws:*:inbox'], false],
  ['ArnEquals', [queue], [queue], true],
  ['ArnEquals', [queue], ['arn:aws:sqs:us-east-1:111111111111:inbox'], false],
  ['Null', [], ['true'], true],
  ['Null', ['a'], ['true'], false],
  ['Null', ['a'], ['false'], true],
])('%s of %j against %j is %4$s', (operator, found, wanted, holds) => {
  expect(conditionOperators[operator]?.(found, wanted)).toBe(holds);
});
