import { Duration, RemovalPolicy, Size, Tags } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { z } from 'zod';
import { acknowledgeTracing } from './acknowledge-tracing.ts';
import { bundleDirectory } from './bundles.ts';
import { serviceNameOf } from './service-name.ts';

/** What a function's calls are booked to in the meter and on the bill. */
export type Flow = 'verify-account' | 'rescreen-owners' | 'report-certification' | 'platform';

export interface KycFunctionProps<Schema extends z.ZodType> {
  readonly flow: Flow;
  /** The schema of the function's own `config.ts`: environment and code cannot disagree. */
  readonly config: Schema;
  readonly environment: NoInfer<z.input<Schema>> & Record<string, string>;
  readonly timeoutSeconds: number;
  readonly memoryMb?: number;
  /** Temporary storage in MiB, 512 to 10240; AWS gives 512 for nothing. */
  readonly storageMb?: number;
}

/** One Lambda function: bundled from `lambdas/<name>/handler.ts`, with a role of its own that can only log and trace. */
export class KycFunction<Schema extends z.ZodType> extends LambdaFunction {
  constructor(scope: Construct, id: string, name: string, props: KycFunctionProps<Schema>) {
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    super(scope, id, {
      role,
      logGroup,
      description: `iaas-kyc ${name}`,
      code: Code.fromAsset(bundleDirectory(name)),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMb ?? 512,
      ...(props.storageMb === undefined ? {} : { ephemeralStorageSize: Size.mebibytes(props.storageMb) }),
      timeout: Duration.seconds(props.timeoutSeconds),
      tracing: Tracing.ACTIVE,
      environment: {
        ...props.environment,
        POWERTOOLS_LOG_LEVEL: 'INFO',
        POWERTOOLS_SERVICE_NAME: serviceNameOf(scope),
      },
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    acknowledgeTracing(role);
    Tags.of(this).add('iaas-kyc:flow', props.flow);
  }
}
