import { Stack, Validations } from 'aws-cdk-lib';
import { HttpMethod, type HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { Config } from '../../lambdas/review-cases/config.ts';
import type { DataStack } from '../data-stack.ts';
import { grant, grantIndexQuery, grantItems } from '../functions/grants.ts';
import { KycFunction } from '../functions/kyc-function.ts';

export interface ReviewProps {
  readonly data: DataStack;
  readonly api: HttpApi;
  readonly verifyAccount: StateMachine;
}

const collections = ['GET/cases', 'GET/dispositions'];
const wildcards = [
  'GET/cases/*',
  'POST/cases/*/verdict',
  'POST/cases/*/dispositions',
  'POST/dispositions/*/opinion',
  'GET/accounts/*/dispositions',
];

/** The case API. Who may use it is who has the policy `CaseReviewer`; who acts is who signed the request. */
export class Review extends Construct {
  readonly reviewer: ManagedPolicy;

  constructor(scope: Construct, id: string, { data, api, verifyAccount }: ReviewProps) {
    super(scope, id);
    const { tables, keys } = data;
    const review = new KycFunction(this, 'ReviewCases', 'review-cases', {
      flow: 'verify-account',
      config: Config,
      timeoutSeconds: 25,
      environment: {
        RECORDS_TABLE: tables.records.tableName,
        AUDIT_TABLE: tables.audit.tableName,
        PARTY_KEY_ID: keys.party.keyArn,
      },
    });
    grantItems(review, tables.records, 'GetItem', 'PutItem', 'UpdateItem');
    grantIndexQuery(review, tables.records, 'book');
    grantItems(review, tables.audit, 'PutItem');
    grant(review, ['kms:GenerateDataKey', 'kms:Decrypt'], [keys.party.keyArn]);
    grant(review, ['states:SendTaskSuccess', 'states:SendTaskHeartbeat'], [verifyAccount.stateMachineArn]);
    this.#addRoutes(api, review);
    this.reviewer = this.#reviewerPolicy(api);
  }

  #addRoutes(api: HttpApi, review: KycFunction<typeof Config>): void {
    const authorizer = new HttpIamAuthorizer();
    const integration = new HttpLambdaIntegration('ReviewCases', review);
    const add = (method: HttpMethod, path: string) =>
      api.addRoutes({ path, methods: [method], integration, authorizer });
    add(HttpMethod.GET, '/cases');
    add(HttpMethod.GET, '/cases/{caseId}');
    add(HttpMethod.POST, '/cases/{caseId}/verdict');
    add(HttpMethod.POST, '/cases/{caseId}/dispositions');
    add(HttpMethod.GET, '/dispositions');
    add(HttpMethod.POST, '/dispositions/{dispositionId}/opinion');
    add(HttpMethod.GET, '/accounts/{accountId}/dispositions');
  }

  #reviewerPolicy(api: HttpApi): ManagedPolicy {
    const onApi = (route: string) =>
      Stack.of(this).formatArn({
        service: 'execute-api',
        resource: api.apiId,
        resourceName: `$default/${route}`,
      });
    const policy = new ManagedPolicy(this, 'CaseReviewer', {
      description:
        'May list, read and decide review cases and dispositions of iaas-kyc. Attach it to at least two people.',
      statements: [
        new PolicyStatement({
          actions: ['execute-api:Invoke'],
          resources: [...collections, ...wildcards].map(onApi),
        }),
      ],
    });
    for (const route of wildcards) {
      Validations.of(policy).acknowledge({
        id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:execute-api:<AWS::Region>:<AWS::AccountId>:<${refOf(api)}>/$default/${route}]`,
        reason:
          'The wildcard stands for the id of a case, a disposition or an account, which is part of the path; a ' +
          'reviewer may review any of them.',
      });
    }
    return policy;
  }
}

/** The logical id by which cdk-nag names the API in its findings. */
function refOf(api: HttpApi): string {
  return (Stack.of(api).resolve(api.apiId) as { readonly Ref: string }).Ref;
}
