import { matchesArn, matchesWildcard } from './wildcard.ts';

/** Values of one condition key in a request; none when the request does not carry the key. */
type Found = readonly string[];

type ConditionOperator = (found: Found, wanted: readonly string[]) => boolean;

type Comparison = (found: string, wanted: string) => boolean;

const equals: Comparison = (found, wanted) => found === wanted;
const like: Comparison = (found, wanted) => matchesWildcard(wanted, found);
const arnLike: Comparison = (found, wanted) => matchesArn(wanted, found);
const sameBoolean: Comparison = (found, wanted) => found.toLowerCase() === wanted.toLowerCase();

/** True when the key is there and one of its values fits one of those wanted. */
const some = (compare: Comparison): ConditionOperator => {
  return (found, wanted) => found.some((value) => wanted.some((other) => compare(value, other)));
};
/** The negation, which is therefore true when the key is missing. */
const none = (compare: Comparison): ConditionOperator => {
  return (found, wanted) => !some(compare)(found, wanted);
};
const ifExists = (operator: ConditionOperator): ConditionOperator => {
  return (found, wanted) => found.length === 0 || operator(found, wanted);
};
/** Every value of the request fits one of those wanted; a missing key passes, as AWS warns. */
const forAllValues = (compare: Comparison): ConditionOperator => {
  return (found, wanted) => found.every((value) => wanted.some((other) => compare(value, other)));
};

/** The condition operators this evaluator knows. A policy that uses another is refused when it is read. */
export const conditionOperators: Readonly<Record<string, ConditionOperator>> = {
  StringEquals: some(equals),
  StringEqualsIfExists: ifExists(some(equals)),
  StringNotEquals: none(equals),
  StringLike: some(like),
  'ForAllValues:StringEquals': forAllValues(equals),
  'ForAllValues:StringLike': forAllValues(like),
  'ForAnyValue:StringEquals': some(equals),
  'ForAnyValue:StringLike': some(like),
  Bool: some(sameBoolean),
  ArnEquals: some(arnLike),
  ArnLike: some(arnLike),
  Null: (found, wanted) => wanted.some((value) => (value.toLowerCase() === 'true') === (found.length === 0)),
};
