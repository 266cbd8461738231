import type { Json, JsonMap } from './json.ts';

/** Any JSON value whose strings of the form `{% … %}` are JSONata. */
export type Template = Json;

/** States and where they start: a machine, a branch of a Parallel, or the processor of a Map. */
export interface Flow {
  readonly Comment?: string;
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

export interface MachineDefinition extends Flow {
  readonly QueryLanguage: 'JSONata';
  readonly TimeoutSeconds?: number;
}

export interface RetryRule {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly MaxAttempts?: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: 'FULL' | 'NONE';
}

/** What a state, a Choice rule or a Catch does with its result on the way out. */
export interface Leaving {
  readonly Assign?: Readonly<Record<string, Template>>;
  readonly Output?: Template;
}

export interface CatchRule extends Leaving {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
}

export interface ChoiceRule extends Leaving {
  readonly Condition: string | boolean;
  readonly Next: string;
}

interface Onward extends Leaving {
  readonly Next?: string;
  readonly End?: true;
}

interface Fallible extends Onward {
  readonly Retry?: readonly RetryRule[];
  readonly Catch?: readonly CatchRule[];
}

export interface PassState extends Onward {
  readonly Type: 'Pass';
}

export interface WaitState extends Onward {
  readonly Type: 'Wait';
  readonly Seconds?: Template;
  readonly Timestamp?: Template;
}

export interface ChoiceState extends Leaving {
  readonly Type: 'Choice';
  readonly Choices: readonly ChoiceRule[];
  readonly Default?: string;
}

export interface SucceedState {
  readonly Type: 'Succeed';
  readonly Output?: Template;
}

export interface FailState {
  readonly Type: 'Fail';
  readonly Error?: Template;
  readonly Cause?: Template;
}

export interface TaskState extends Fallible {
  readonly Type: 'Task';
  readonly Resource: string;
  readonly Arguments?: Template;
  readonly TimeoutSeconds?: Template;
  readonly HeartbeatSeconds?: Template;
}

export interface ParallelState extends Fallible {
  readonly Type: 'Parallel';
  readonly Branches: readonly Flow[];
  readonly Arguments?: Template;
}

export interface ItemReader {
  readonly Resource: string;
  readonly Arguments: Template;
  readonly ReaderConfig?: JsonMap;
}

export interface ItemBatcher {
  readonly MaxItemsPerBatch?: Template;
  readonly MaxInputBytesPerBatch?: Template;
  readonly BatchInput?: Template;
}

export interface ResultWriter {
  readonly Resource: string;
  readonly Arguments: Template;
  readonly WriterConfig?: {
    readonly OutputType?: 'JSON' | 'JSONL';
    readonly Transformation?: 'NONE' | 'COMPACT' | 'FLATTEN';
  };
}

export interface ItemProcessor extends Flow {
  readonly ProcessorConfig?: {
    readonly Mode?: 'INLINE' | 'DISTRIBUTED';
    readonly ExecutionType?: 'STANDARD';
  };
}

export interface MapState extends Fallible {
  readonly Type: 'Map';
  readonly ItemProcessor: ItemProcessor;
  readonly Items?: Template;
  readonly ItemSelector?: Template;
  readonly ItemReader?: ItemReader;
  readonly ItemBatcher?: ItemBatcher;
  readonly ResultWriter?: ResultWriter;
  readonly MaxConcurrency?: Template;
  readonly ToleratedFailureCount?: Template;
  readonly ToleratedFailurePercentage?: Template;
  readonly Label?: string;
}

/** The states that can be retried and whose errors can be caught. */
export type FallibleState = TaskState | ParallelState | MapState;

export type State = PassState | WaitState | ChoiceState | SucceedState | FailState | FallibleState;
