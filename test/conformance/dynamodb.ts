import type { Check } from './check.ts';
import { pageChecks } from './dynamodb/page-checks.ts';
import { tableChecks } from './dynamodb/table-checks.ts';
import { transactionChecks } from './dynamodb/transaction-checks.ts';
import { updateChecks } from './dynamodb/update-checks.ts';
import { writeChecks } from './dynamodb/write-checks.ts';

export const dynamodbChecks: readonly Check[] = [
  ...tableChecks,
  ...writeChecks,
  ...updateChecks,
  ...transactionChecks,
  ...pageChecks,
];
