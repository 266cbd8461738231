import type { MachineDefinition } from '../../asl/definition.ts';
import { ExecutionTimedOut, isClosing } from '../../asl/errors/interruption.ts';
import type { Json } from '../../asl/json.ts';
import type { Activity } from '../../asl/run/activity.ts';
import type { Jitter } from '../../asl/run/jitter.ts';
import { record, type Run } from '../../asl/run/run.ts';
import { walk, type Standing } from '../../asl/run/walk.ts';
import { Variables } from '../../asl/variables.ts';
import type { Surroundings } from '../../surroundings.ts';
import type { Coverage } from './coverage.ts';
import { contextOf, portsFor } from './execution-ports.ts';
import { failed, succeeded, type Result } from './execution-result.ts';
import type { Integrations } from './integrations/integrations.ts';
import type { CheckpointStore } from './store/checkpoint-store.ts';
import type { Execution, ExecutionStore } from './store/execution-store.ts';
import type { ExecutionJournal, HistoryStore } from './store/history-store.ts';
import type { MachineStore } from './store/machine-store.ts';
import type { MapRunStore } from './store/map-run-store.ts';
import type { TokenDesk } from './token-desk.ts';

export interface ExecutionTools {
  readonly surroundings: Surroundings;
  readonly machines: MachineStore;
  readonly mapRuns: MapRunStore;
  readonly executions: ExecutionStore;
  readonly history: HistoryStore;
  readonly checkpoints: CheckpointStore;
  readonly tokens: TokenDesk;
  readonly integrations: Integrations;
  readonly activity: Activity;
  readonly coverage: Coverage;
  readonly jitter: Jitter;
  /** Resolves when another execution has ended. */
  finished(arn: string): Promise<void>;
}

/** Runs an execution from its start, or from its checkpoint, until it ends or the service closes. */
export async function runExecution(
  execution: Execution,
  tools: ExecutionTools,
  stopped: AbortSignal,
): Promise<void> {
  const { clock } = tools.surroundings;
  const definition = tools.machines.definitionOf(execution.digest);
  const journal = tools.history.journal(execution.arn);
  const deadline = new AbortController();
  // "When you redrive an execution, the state machine level timeout is reset" (Developer Guide, redrive-executions).
  const begunAt = tools.executions.redrives(execution.arn).lastAt ?? execution.startedAt;
  const seconds = definition.TimeoutSeconds;
  const timer =
    seconds === undefined
      ? undefined
      : clock.at(begunAt + seconds * 1000, () => {
          deadline.abort(new ExecutionTimedOut());
        });
  const signal = AbortSignal.any([stopped, deadline.signal]);
  try {
    const output = await runStates({ execution, tools, definition, journal, signal });
    finish(execution, tools, journal, succeeded(output));
  } catch (thrown) {
    if (!isClosing(signal)) finish(execution, tools, journal, failed(thrown));
  } finally {
    timer?.cancel();
  }
}

interface Undertaking {
  readonly execution: Execution;
  readonly tools: ExecutionTools;
  readonly definition: MachineDefinition;
  readonly journal: ExecutionJournal;
  readonly signal: AbortSignal;
}

async function runStates(undertaking: Undertaking): Promise<Json> {
  const { execution, tools, definition, journal, signal } = undertaking;
  const checkpoint = tools.checkpoints.find(execution.arn);
  tools.tokens.closeOthers(execution.arn, checkpoint?.note.token);
  const run: Run = {
    ports: portsFor(execution, tools, signal),
    journal,
    signal,
    variables: new Variables(checkpoint?.variables),
    context: contextOf(execution, tools.executions.redrives(execution.arn)),
    trail: { last: journal.lastId },
    checkpoints: { enter: (at) => tools.checkpoints.enter(execution.arn, at) },
  };
  if (!checkpoint) {
    record(run, 'ExecutionStarted', { input: execution.input, roleArn: execution.roleArn });
    return walk(definition, run, { state: definition.StartAt, input: JSON.parse(execution.input) as Json });
  }
  const { state, input, enteredAt, note } = checkpoint;
  const { isRedriven = false, ...noted } = note;
  const progress = tools.checkpoints.progress(execution.arn, note);
  if (isRedriven) {
    progress.note(noted);
    record(run, 'ExecutionRedriven', { redriveCount: tools.executions.redrives(execution.arn).count });
  }
  const standing: Standing = { state, input, resumed: { enteredAt, progress, isRedriven } };
  return walk(definition, run, standing);
}

function finish(
  execution: Execution,
  tools: ExecutionTools,
  journal: ExecutionJournal,
  result: Result,
): void {
  const { event, ...ending } = result;
  journal.end(event);
  const open = tools.mapRuns.of(execution.arn).filter(({ status }) => status === 'RUNNING');
  for (const { arn } of open) tools.mapRuns.end(arn, 'ABORTED');
  tools.history.flushWith(() => {
    tools.executions.end(execution.arn, { ...ending, stoppedAt: tools.surroundings.clock.now() });
    // Where it failed is where a redrive goes on.
    if (result.status === 'SUCCEEDED') tools.checkpoints.remove(execution.arn);
  });
}
