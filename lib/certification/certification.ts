import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { Config as AssembleConfig } from '../../lambdas/assemble-certification/config.ts';
import { Config as RecordConfig } from '../../lambdas/record-report/config.ts';
import type { DataStack } from '../data-stack.ts';
import { grantIndexQuery, grantItems, grantObjectWrite } from '../functions/grants.ts';
import { KycFunction } from '../functions/kyc-function.ts';
import { projectVersion } from '../project-version.ts';
import { scheduleMachine } from '../scheduling/schedules.ts';
import type { StageConfig } from '../stage-config.ts';
import { Machine } from '../state-machines/machine.ts';

export interface CertificationProps {
  readonly data: DataStack;
  readonly config: StageConfig;
  readonly notifyProvider: IFunction;
}

const flow = 'report-certification';

/** The flow `report-certification`, on its yearly schedule. */
export class Certification extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, { data, config, notifyProvider }: CertificationProps) {
    super(scope, id);
    const machine = new Machine(this, 'ReportCertification', {
      flow,
      functions: {
        AssembleCertification: this.#assemble(data, config),
        RecordReport: this.#record(data),
        NotifyProvider: notifyProvider,
      },
    });
    this.stateMachine = machine.stateMachine;
    scheduleMachine(this, 'Yearly', this.stateMachine, config.certificationSchedule);
  }

  #assemble({ tables, buckets }: DataStack, config: StageConfig) {
    const assemble = new KycFunction(this, 'AssembleCertification', 'assemble-certification', {
      flow,
      config: AssembleConfig,
      timeoutSeconds: 840,
      memoryMb: 1024,
      environment: {
        RECORDS_TABLE: tables.records.tableName,
        AUDIT_TABLE: tables.audit.tableName,
        REPORTS_BUCKET: buckets.reports.bucketName,
        PROVIDER_ID: config.providerId,
        PROVIDER_NAME: config.providerName,
        PROVENANCE: config.provenance,
        CODE_VERSION: projectVersion(),
      },
    });
    grantItems(assemble, tables.records, 'GetItem');
    grantIndexQuery(assemble, tables.records, 'book');
    grantItems(assemble, tables.audit, 'GetItem');
    grantObjectWrite(assemble, buckets.reports);
    return assemble;
  }

  #record({ tables }: DataStack) {
    const record = new KycFunction(this, 'RecordReport', 'record-report', {
      flow,
      config: RecordConfig,
      timeoutSeconds: 60,
      environment: { RECORDS_TABLE: tables.records.tableName, AUDIT_TABLE: tables.audit.tableName },
    });
    grantItems(record, tables.records, 'GetItem', 'PutItem');
    grantItems(record, tables.audit, 'PutItem');
    return record;
  }
}
