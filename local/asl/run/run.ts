import { fill } from '../expression/template.ts';
import { AslError } from '../errors/asl-error.ts';
import type { Template } from '../definition.ts';
import type { Json, JsonMap } from '../json.ts';
import type { Variables } from '../variables.ts';
import type { Journal } from './journal.ts';
import type { RunPorts } from './ports.ts';
import type { Progress } from './progress.ts';

/** Keeps where an execution stands; only its outermost flow has one. */
export interface Checkpoints {
  /** A state is about to run: from here on a new process continues with it. */
  enter(at: { readonly state: string; readonly input: Json; readonly variables: JsonMap }): Progress;
}

/** One flow being run: an execution, a branch, an iteration. */
export interface Run {
  readonly ports: RunPorts;
  readonly journal: Journal;
  readonly variables: Variables;
  /** `$states.context` without `State` and `Task`. */
  readonly context: JsonMap;
  readonly signal: AbortSignal;
  /** The number of this flow's latest event, which the next one follows. */
  readonly trail: { last: number };
  readonly checkpoints?: Checkpoints;
}

/** A run of a flow inside a state, which keeps no checkpoints of its own. */
export function innerRun(run: Run, own: Partial<Run> & Pick<Run, 'signal' | 'variables'>): Run {
  const { checkpoints: _outermostOnly, ...shared } = run;
  return { ...shared, trail: { ...run.trail }, ...own };
}

/** One visit to a state. */
export interface Entry {
  readonly name: string;
  readonly input: Json;
  readonly context: JsonMap;
  readonly progress: Progress;
  readonly run: Run;
}

export interface Outcome {
  /** The state to go to; undefined at the end of the flow. */
  readonly next: string | undefined;
  readonly output: Json;
}

export function record(run: Run, type: string, details: JsonMap = {}): void {
  run.trail.last = run.journal.record({ type, details }, run.trail.last);
}

/** Evaluates one field of a state. `also` is what `$states` holds beside input and context. */
export async function evaluateField(
  entry: Entry,
  field: string,
  template: Template,
  also: JsonMap = {},
): Promise<Json> {
  const { run } = entry;
  const states = { input: entry.input, context: entry.context, ...also };
  try {
    return await fill(template, { ...run.variables.visible(), states }, run.ports.clock.now());
  } catch (error) {
    if (error instanceof AslError) {
      const { error: name, causeText: cause } = error;
      record(run, 'EvaluationFailed', { error: name, cause, location: field, state: entry.name });
    }
    throw error;
  }
}

/** Evaluates a field that must come out as a number; undefined when the state does not have it. */
export async function evaluateNumber(
  entry: Entry,
  field: string,
  template: Template | undefined,
): Promise<number | undefined> {
  if (template === undefined) return undefined;
  const value = await evaluateField(entry, field, template);
  if (typeof value === 'number' && value >= 0) return value;
  throw new AslError(
    'States.QueryEvaluationError',
    `state ${entry.name}: ${field} must be a number of at least zero; found ${JSON.stringify(value)}`,
  );
}
