import { AslError } from '../../../asl/errors/asl-error.ts';
import type { TaskResource } from '../../../asl/task-resource.ts';

/** How an error of a service begins: optimised integrations and the generic SDK one write some names differently. */
const prefixes: Readonly<Record<string, { readonly optimised: string; readonly sdk: string }>> = {
  dynamodb: { optimised: 'DynamoDB', sdk: 'DynamoDb' },
  events: { optimised: 'EventBridge', sdk: 'EventBridge' },
  eventbridge: { optimised: 'EventBridge', sdk: 'EventBridge' },
  lambda: { optimised: 'Lambda', sdk: 'Lambda' },
  s3: { optimised: 'S3', sdk: 'S3' },
  sfn: { optimised: 'StepFunctions', sdk: 'Sfn' },
  sqs: { optimised: 'SQS', sdk: 'Sqs' },
  states: { optimised: 'StepFunctions', sdk: 'Sfn' },
};

/** Names what an SDK client threw as the States Language does. */
export function serviceError(resource: TaskResource, thrown: unknown): AslError {
  if (thrown instanceof AslError) return thrown;
  const names = prefixes[resource.service];
  const prefix = (resource.isSdk ? names?.sdk : names?.optimised) ?? resource.service;
  const { code, status, message } = factsOf(thrown);
  if (code === undefined) return new AslError(`${prefix}.SdkClientException`, message);
  if (resource.service === 'lambda' && status >= 500) return new AslError('Lambda.ServiceException', message);
  return new AslError(`${prefix}.${code.endsWith('Exception') ? code : `${code}Exception`}`, message);
}

interface Facts {
  /** Undefined when no service answered, or not in its protocol. */
  readonly code: string | undefined;
  readonly status: number;
  readonly message: string;
}

function factsOf(thrown: unknown): Facts {
  if (!(thrown instanceof Error)) return { code: undefined, status: 0, message: String(thrown) };
  const isAnswer = '$fault' in thrown;
  const metadata = '$metadata' in thrown ? (thrown.$metadata as { readonly httpStatusCode?: number }) : {};
  return {
    code: isAnswer ? thrown.name : undefined,
    status: metadata.httpStatusCode ?? 0,
    message: thrown.message,
  };
}
