export interface ScheduleTarget {
  /** A function, a state machine, or `arn:aws:scheduler:::aws-sdk:sfn:startExecution`. */
  readonly arn: string;
  /** The execution role, which must be granted what the target needs. */
  readonly roleName: string;
  readonly input?: string;
  readonly deadLetterQueueArn?: string;
}

export interface ScheduleDefinition {
  readonly name: string;
  readonly arn: string;
  readonly expression: string;
  readonly timezone: string;
  readonly isEnabled: boolean;
  /** ms since the epoch */
  readonly startsAt?: number;
  /** ms since the epoch */
  readonly endsAt?: number;
  readonly target: ScheduleTarget;
}
