import { ExecutionStopped, ServiceClosed } from '../../asl/errors/interruption.ts';
import { Activity } from '../../asl/run/activity.ts';
import { Coverage } from './coverage.ts';
import { runExecution, type ExecutionTools } from './run-execution.ts';
import type { Execution } from './store/execution-store.ts';

export type SupervisorTools = Omit<ExecutionTools, 'activity' | 'coverage' | 'finished'>;

interface LiveExecution {
  readonly controller: AbortController;
  readonly done: Promise<void>;
}

/** Starts, continues, stops and waits for executions. */
export class Supervisor {
  readonly activity = new Activity();
  readonly coverage = new Coverage();
  readonly #tools: ExecutionTools;
  readonly #live = new Map<string, LiveExecution>();

  constructor(tools: SupervisorTools) {
    const finished = (arn: string) => this.finished(arn);
    this.#tools = { ...tools, activity: this.activity, coverage: this.coverage, finished };
  }

  launch(execution: Execution): void {
    const controller = new AbortController();
    const { arn } = execution;
    const done = this.activity
      .work(() => runExecution(execution, this.#tools, controller.signal))
      .finally(() => {
        this.#live.delete(arn);
      });
    this.#live.set(arn, { controller, done });
  }

  /** Continues every execution that an earlier process left RUNNING; returns how many. */
  resume(): number {
    const left = this.#tools.executions.running().filter(({ arn }) => !this.#live.has(arn));
    for (const execution of left) this.launch(execution);
    return left.length;
  }

  /** Resolves when the execution has ended; at once when it is not running here. */
  async finished(arn: string): Promise<void> {
    await this.#live.get(arn)?.done;
  }

  async stop(execution: Execution, error?: string, cause?: string): Promise<void> {
    if (!this.#live.has(execution.arn)) this.launch(execution);
    const live = this.#live.get(execution.arn);
    live?.controller.abort(new ExecutionStopped(error, cause));
    await live?.done;
  }

  /** Lets go of every execution without ending it, so that a later process can continue. */
  async close(): Promise<void> {
    const all = [...this.#live.values()];
    for (const { controller } of all) controller.abort(new ServiceClosed());
    await Promise.all(all.map(({ done }) => done));
  }
}
