/** How a Task waits for what it calls. */
export type TaskMode = 'requestResponse' | 'sync' | 'waitForTaskToken';

/** A Task's `Resource`, taken apart. */
export interface TaskResource {
  /** As in the ARN: `lambda`, `dynamodb`, `s3`, `sqs`, `events`, `eventbridge`, `states`, `sfn`. */
  readonly service: string;
  /** As in the ARN, camel case: `invoke`, `putItem`. */
  readonly action: string;
  /** Through the generic AWS SDK integration rather than an optimised one; it names its errors differently. */
  readonly isSdk: boolean;
  readonly mode: TaskMode;
}

const form =
  /^arn:aws:states:::(?<sdk>aws-sdk:)?(?<service>[a-z0-9]+):(?<action>[a-zA-Z0-9]+)(?<pattern>\.sync:2|\.waitForTaskToken)?$/;

/** Optimised integrations, by the actions and patterns the Developer Guide lists for them. */
const optimised: Readonly<Record<string, { readonly actions: RegExp; readonly modes: readonly TaskMode[] }>> =
  {
    lambda: { actions: /^invoke$/, modes: ['requestResponse', 'waitForTaskToken'] },
    dynamodb: { actions: /^(get|put|update|delete)Item$/, modes: ['requestResponse'] },
    sqs: { actions: /^sendMessage$/, modes: ['requestResponse', 'waitForTaskToken'] },
    events: { actions: /^putEvents$/, modes: ['requestResponse', 'waitForTaskToken'] },
    states: { actions: /^startExecution$/, modes: ['requestResponse', 'sync', 'waitForTaskToken'] },
  };

/** What may be called through the generic AWS SDK integration: what the embedded servers answer. */
const throughSdk: Readonly<Record<string, RegExp>> = {
  dynamodb: /^((get|put|update|delete)Item|query|scan|transact(Write|Get)Items|batch(Write|Get)Item)$/,
  s3: /^((get|put|head|delete|copy)Object|listObjectsV2|(get|put)Object(Retention|LegalHold))$/,
  sqs: /^(sendMessage(Batch)?|deleteMessage|getQueueAttributes)$/,
  eventbridge: /^putEvents$/,
  sfn: /^(sendTask(Success|Failure|Heartbeat)|startExecution|stopExecution|describeExecution)$/,
};

/** Takes a Task's `Resource` apart, or says in a sentence why the embedded AWS has no such integration. */
export function readTaskResource(arn: string): TaskResource | { readonly refused: string } {
  const parts = form.exec(arn)?.groups;
  const { service = '', action = '' } = parts ?? {};
  if (!parts) return refusal(arn, 'arn:aws:states:::<service>:<action>[.sync:2|.waitForTaskToken]');
  const isSdk = parts.sdk !== undefined;
  const mode = modeOf(parts.pattern);
  const resource = { service, action, isSdk, mode };
  if (isSdk) {
    if (!throughSdk[service]?.test(action)) {
      return refusal(arn, `aws-sdk with ${Object.keys(throughSdk).join(', ')}`);
    }
    return mode === 'sync' ? refusal(arn, 'aws-sdk without .sync:2') : resource;
  }
  const known = optimised[service];
  if (!known?.actions.test(action)) return refusal(arn, optimisedList());
  return known.modes.includes(mode) ? resource : refusal(arn, `${service} as ${known.modes.join(' or ')}`);
}

function modeOf(pattern: string | undefined): TaskMode {
  if (pattern === '.sync:2') return 'sync';
  return pattern === '.waitForTaskToken' ? 'waitForTaskToken' : 'requestResponse';
}

function optimisedList(): string {
  const names = Object.entries(optimised).map(([service, { actions }]) => `${service}:${actions.source}`);
  return `one of ${names.join(', ')}, or aws-sdk:<service>:<action>`;
}

function refusal(found: string, expected: string): { readonly refused: string } {
  return { refused: `Resource '${found}' is not emulated; expected ${expected}` };
}
