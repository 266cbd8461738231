import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { acknowledgeObjects } from './acknowledge-objects.ts';

type TableAction = 'GetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'BatchGetItem';

/** Grants exactly these item actions on one table, not on its indexes. */
export function grantItems(grantee: IGrantable, table: ITable, ...actions: TableAction[]): void {
  grant(
    grantee,
    actions.map((action) => `dynamodb:${action}`),
    [table.tableArn],
  );
}

/** Grants queries on one index and on nothing else. */
export function grantIndexQuery(grantee: IGrantable, table: ITable, index: string): void {
  grant(grantee, ['dynamodb:Query'], [`${table.tableArn}/index/${index}`]);
}

/** Grants reading objects. Listing comes with it: without, S3 answers 403 where it means "not there". */
export function grantObjectRead(grantee: IFunction, bucket: Bucket): void {
  grant(grantee, ['s3:GetObject'], [bucket.arnForObjects('*')]);
  acknowledgeObjects(grantee, bucket);
  grant(grantee, ['s3:ListBucket'], [bucket.bucketArn]);
}

/** The same for the objects under one prefix, with its closing slash. */
export function grantObjectReadUnder(grantee: IFunction, bucket: Bucket, prefix: string): void {
  grant(grantee, ['s3:GetObject'], [bucket.arnForObjects(`${prefix}*`)]);
  acknowledgeObjects(grantee, bucket, prefix);
  grant(grantee, ['s3:ListBucket'], [bucket.bucketArn]);
}

/** Grants writing objects, and neither reading nor deleting them. */
export function grantObjectWrite(grantee: IFunction, bucket: Bucket): void {
  grant(grantee, ['s3:PutObject'], [bucket.arnForObjects('*')]);
  acknowledgeObjects(grantee, bucket);
}

/** Grants writing objects under some prefixes alone, each with its closing slash. */
export function grantObjectWriteUnder(grantee: IFunction, bucket: Bucket, ...prefixes: string[]): void {
  for (const prefix of prefixes) {
    grant(grantee, ['s3:PutObject'], [bucket.arnForObjects(`${prefix}*`)]);
    acknowledgeObjects(grantee, bucket, prefix);
  }
}

export function grant(grantee: IGrantable, actions: string[], resources: string[]): void {
  grantee.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions, resources }));
}
