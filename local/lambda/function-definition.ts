/** One deployed function, as the template describes it. */
export interface FunctionDefinition {
  readonly name: string;
  readonly arn: string;
  /** Where the bundled asset lies. */
  readonly codeDirectory: string;
  /** `file.export`, such as `index.handler`. */
  readonly handler: string;
  /** Exactly the template's variables, references resolved. */
  readonly environment: Readonly<Record<string, string>>;
  /** Name of the execution role, which is also its access key id in the embedded AWS. */
  readonly roleName: string;
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  /** `ReservedConcurrentExecutions`; 0 throttles every call. */
  readonly reservedConcurrency?: number;
  /** What becomes of an asynchronous event that fails for good. */
  readonly deadLetterQueueArn?: string;
}

/** What `AWS::Lambda::EventInvokeConfig` sets. */
export interface AsynchronousPolicy {
  readonly maximumRetryAttempts: number;
  readonly maximumEventAgeSeconds: number;
  readonly onFailureQueueArn?: string;
  readonly onSuccessQueueArn?: string;
}

// AWS's defaults: two retries, six hours.
export const defaultAsynchronousPolicy: AsynchronousPolicy = {
  maximumRetryAttempts: 2,
  maximumEventAgeSeconds: 21_600,
};
