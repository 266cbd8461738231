import type { Json, JsonMap } from '../json.ts';

/** One child of a distributed Map, as the result files tell of it. */
export interface ChildResult {
  readonly details: JsonMap & { readonly Status: 'SUCCEEDED' | 'FAILED' };
  readonly output?: Json;
}

export interface MapRunStart {
  /** The state's Label or, without one, its name. */
  readonly label: string;
  readonly children: number;
  readonly items: number;
  readonly maxConcurrency: number;
}

/** One Map Run: what its children came to, kept beyond the process. */
export interface MapRun {
  readonly arn: string;
  /** Last segment of the ARN. */
  readonly id: string;
  /** How often its execution was redriven after it had begun. */
  readonly redriveCount: number;
  /** By the child's place: what came to its end before, and is not run again. */
  readonly finished: ReadonlyMap<number, ChildResult>;
  keep(place: number, itemCount: number, result: ChildResult): void;
  end(status: 'SUCCEEDED' | 'FAILED'): void;
}

export interface MapRuns {
  /** @throws AslError `States.Permissions` when the machine's role may not start its own children */
  start(begun: MapRunStart): MapRun;
  /** The run with that ARN, which an earlier process began, or the same execution before it was redriven. */
  resume(arn: string): MapRun;
}
