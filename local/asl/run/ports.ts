import type { Clock } from '../../clock/clock.ts';
import type { Json, JsonMap } from '../json.ts';
import type { MapRuns } from '../map/map-runs.ts';
import type { TaskResource } from '../task-resource.ts';
import type { Activity } from './activity.ts';
import type { Progress } from './progress.ts';

export interface IntegrationCall {
  readonly resource: TaskResource;
  readonly args: Json;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** S3 as item readers and result writers need it. */
export interface ObjectStorage {
  get(object: {
    readonly bucket: string;
    readonly key: string;
    readonly versionId?: string;
  }): Promise<string>;
  put(object: { readonly bucket: string; readonly key: string; readonly body: string }): Promise<void>;
  /** The objects under a prefix, each as ListObjectsV2 describes it. */
  list(bucket: string, prefix: string | undefined): Promise<readonly JsonMap[]>;
}

export interface TokenLimits {
  readonly timeoutSeconds: number | undefined;
  readonly heartbeatSeconds: number | undefined;
}

/** One task token given out, from its creation to the one answer it takes. */
export interface OpenToken {
  readonly token: string;
  /** Whether the integration has already been called with it, by this process or one before. */
  readonly isSubmitted: boolean;
  markSubmitted(): void;
  /** Whether an answer is still awaited. */
  isOpen(): boolean;
  /**
   * The answer: what SendTaskSuccess brought.
   * @throws AslError of SendTaskFailure, `States.Timeout` or `States.HeartbeatTimeout`
   */
  answer(signal: AbortSignal): Promise<Json>;
  /** No answer is taken any more. */
  close(): void;
}

export interface TaskTokens {
  create(limits: TokenLimits): OpenToken;
  /** A token of a process before, or undefined when it takes no answer any more. */
  reopen(token: string): OpenToken | undefined;
}

/** What the states of one execution need from outside. */
export interface RunPorts {
  readonly clock: Clock;
  readonly activity: Activity;
  readonly tokens: TaskTokens;
  readonly objects: ObjectStorage;
  readonly mapRuns: MapRuns;
  random(): number;
  call(call: IntegrationCall): Promise<Json>;
  /** A state was entered, or is tried once more: what AWS bills as a state transition. */
  transition(): void;
  reached(state: string): void;
  caught(state: string, catchIndex: number): void;
}
