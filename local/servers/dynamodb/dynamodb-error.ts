import { ServiceError } from '../service-error.ts';
import type { Item } from './attribute-value.ts';

const prefix = 'com.amazonaws.dynamodb.v20120810#';
// Validation happens in the framework in front of DynamoDB, and carries the framework's prefix on AWS too.
const validationCode = 'com.amazon.coral.validate#ValidationException';

export function dynamodbError(
  code: string,
  message: string,
  members: Readonly<Record<string, unknown>> = {},
): ServiceError {
  return new ServiceError(`${prefix}${code}`, message, 400, members);
}

export function validationError(message: string): ServiceError {
  return new ServiceError(validationCode, message);
}

export function isValidationError(error: unknown): error is ServiceError {
  return error instanceof ServiceError && error.code === validationCode;
}

export function tableNotFound(tableName: string): ServiceError {
  return dynamodbError(
    'ResourceNotFoundException',
    `Requested resource not found: Table: ${tableName} not found`,
  );
}

/** @param existing the item as it stands, when the caller asked for it */
export function conditionFailed(existing: Item | undefined): ServiceError {
  return dynamodbError(
    'ConditionalCheckFailedException',
    'The conditional request failed',
    existing ? { Item: existing } : {},
  );
}
