import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const ErrorEquals = z.array(z.string()).min(1);
const Retrier = z.looseObject({
  ErrorEquals,
  IntervalSeconds: z.number(),
  BackoffRate: z.number(),
  MaxAttempts: z.int(),
});
const Catcher = z.looseObject({ ErrorEquals, Next: z.string() });
const PlainState = z.looseObject({
  Type: z.string(),
  Resource: z.string().optional(),
  Arguments: z.looseObject({ FunctionName: z.string() }).optional(),
  TimeoutSeconds: z.union([z.int(), z.string()]).optional(),
  HeartbeatSeconds: z.union([z.int(), z.string()]).optional(),
  Retry: z.array(Retrier).default([]),
  Catch: z.array(Catcher).default([]),
  Choices: z.array(z.looseObject({ Next: z.string() })).default([]),
  Default: z.string().optional(),
  Next: z.string().optional(),
  End: z.boolean().default(false),
});
/** A Map has states of its own inside. */
const State = PlainState.extend({
  ItemProcessor: z.looseObject({ States: z.record(z.string(), PlainState) }).optional(),
});
const Definition = z.looseObject({ StartAt: z.string(), States: z.record(z.string(), State) });

export type Retrier = z.infer<typeof Retrier>;
export type AslState = z.infer<typeof State>;

export interface MachineFile {
  /** Name of the file without its ending, which is the flow's. */
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly definition: z.infer<typeof Definition>;
}

export interface TaskState extends AslState {
  readonly name: string;
  readonly machine: string;
  /** Folder of its function under `lambdas/`. */
  readonly functionName: string;
}

export const machineDirectory = resolve(import.meta.dirname, '..', '..', 'statemachines');

/** The committed state machines. */
export function machineFiles(): MachineFile[] {
  const names = readdirSync(machineDirectory).filter((name) => name.endsWith('.asl.json'));
  return names.map((name) => {
    const file = join(machineDirectory, name);
    const text = readFileSync(file, 'utf8');
    return {
      name: name.replace('.asl.json', ''),
      file,
      text,
      definition: Definition.parse(JSON.parse(text)),
    };
  });
}

export function taskStates(): TaskState[] {
  return machineFiles().flatMap(({ name: machine, definition }) =>
    Object.entries(definition.States)
      .flatMap(withInner)
      .filter(([, state]) => state.Type === 'Task')
      .map(([name, state]) => ({ ...state, name, machine, functionName: folderOf(state) })),
  );
}

/** A state, and after it those inside it. */
function withInner([name, state]: [string, AslState]): [string, AslState][] {
  return [[name, state], ...Object.entries(state.ItemProcessor?.States ?? {})];
}

/** `${DecideAccount}` → `decide-account` */
function folderOf({ Arguments }: AslState): string {
  const [, placeholder = ''] = /^\$\{(\w+)\}$/.exec(Arguments?.FunctionName ?? '') ?? [];
  return placeholder.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}
