import { HttpMethod, type HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { Config as ReceiveConfig } from '../../lambdas/receive-webhook/config.ts';
import { Config as StartConfig } from '../../lambdas/start-verification/config.ts';
import type { DataStack } from '../data-stack.ts';
import { grant, grantItems } from '../functions/grants.ts';
import { KycFunction } from '../functions/kyc-function.ts';
import { acknowledgeOpenRoute } from './public-api.ts';

export interface IntakeProps {
  readonly data: DataStack;
  readonly api: HttpApi;
  readonly verifyAccount: StateMachine;
}

/** Signed webhook → inbox → queue → execution. */
export class Intake extends Construct {
  readonly receive: KycFunction<typeof ReceiveConfig>;
  readonly start: KycFunction<typeof StartConfig>;

  constructor(scope: Construct, id: string, { data, api, verifyAccount }: IntakeProps) {
    super(scope, id);
    this.receive = this.#receive(data, api);
    this.start = this.#start(data, verifyAccount);
  }

  #receive({ tables, queues, secrets, keys }: DataStack, api: HttpApi) {
    const receive = new KycFunction(this, 'ReceiveWebhook', 'receive-webhook', {
      flow: 'verify-account',
      config: ReceiveConfig,
      timeoutSeconds: 15,
      environment: {
        INBOX_TABLE: tables.inbox.tableName,
        VERIFICATION_QUEUE_URL: queues.verification.queueUrl,
        INBOUND_SECRET_ID: secrets.inbound.secretArn,
        PARTY_KEY_ID: keys.party.keyArn,
      },
    });
    grantItems(receive, tables.inbox, 'PutItem', 'GetItem');
    grant(receive, ['sqs:SendMessage'], [queues.verification.queueArn]);
    grant(receive, ['secretsmanager:GetSecretValue'], [secrets.inbound.secretArn]);
    grant(receive, ['kms:GenerateDataKey', 'kms:Decrypt'], [keys.party.keyArn]);
    const routes = api.addRoutes({
      path: '/webhooks/accounts',
      methods: [HttpMethod.POST],
      integration: new HttpLambdaIntegration('ReceiveWebhook', receive),
    });
    routes.forEach(acknowledgeOpenRoute);
    return receive;
  }

  #start({ tables, queues }: DataStack, verifyAccount: StateMachine) {
    const start = new KycFunction(this, 'StartVerification', 'start-verification', {
      flow: 'verify-account',
      config: StartConfig,
      timeoutSeconds: 30,
      environment: { INBOX_TABLE: tables.inbox.tableName, STATE_MACHINE_ARN: verifyAccount.stateMachineArn },
    });
    grantItems(start, tables.inbox, 'UpdateItem');
    grant(start, ['states:StartExecution'], [verifyAccount.stateMachineArn]);
    grant(
      start,
      ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      [queues.verification.queueArn],
    );
    new EventSourceMapping(this, 'VerificationQueue', {
      target: start,
      eventSourceArn: queues.verification.queueArn,
      batchSize: 10,
      reportBatchItemFailures: true,
      maxConcurrency: 10,
    });
    return start;
  }
}
