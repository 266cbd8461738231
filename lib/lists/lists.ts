import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { Config } from '../../lambdas/accept-lists/config.ts';
import type { DataStack } from '../data-stack.ts';
import { grant, grantItems, grantObjectRead, grantObjectWrite } from '../functions/grants.ts';
import { KycFunction } from '../functions/kyc-function.ts';

export interface ListsProps {
  readonly data: DataStack;
  /** Started whenever a list takes the place of another. */
  readonly rescreenOwners: StateMachine;
}

/** The gate that a list publication passes before anybody is screened against it (`kyc lists publish`). */
export class Lists extends Construct {
  readonly accept: KycFunction<typeof Config>;

  constructor(scope: Construct, id: string, { data, rescreenOwners }: ListsProps) {
    super(scope, id);
    const { tables, buckets } = data;
    this.accept = new KycFunction(this, 'AcceptLists', 'accept-lists', {
      flow: 'platform',
      config: Config,
      // Reads and compiles all lists in use, and holds those of the publication beside them.
      timeoutSeconds: 300,
      memoryMb: 3008,
      environment: {
        RECORDS_TABLE: tables.records.tableName,
        AUDIT_TABLE: tables.audit.tableName,
        LISTS_BUCKET: buckets.lists.bucketName,
        RESCREEN_OWNERS_ARN: rescreenOwners.stateMachineArn,
      },
    });
    grantItems(this.accept, tables.records, 'GetItem', 'PutItem');
    grantItems(this.accept, tables.audit, 'PutItem');
    grantObjectRead(this.accept, buckets.lists);
    grantObjectWrite(this.accept, buckets.lists);
    grant(this.accept, ['states:StartExecution'], [rescreenOwners.stateMachineArn]);
  }
}
