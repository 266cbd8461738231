import type { DatabaseSync } from 'node:sqlite';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  SFNClient,
  StartExecutionCommand,
  type DescribeExecutionOutput,
  type HistoryEvent,
  type StartExecutionOutput,
} from '@aws-sdk/client-sfn';
import { seededJitter } from '../../../../local/asl/run/jitter.ts';
import type { AccessControl } from '../../../../local/iam/access-control.ts';
import type { Meter } from '../../../../local/meter/meter.ts';
import { Gateway } from '../../../../local/servers/gateway.ts';
import type { Service } from '../../../../local/servers/service.ts';
import { createStates, type StatesService } from '../../../../local/servers/states/states-service.ts';
import { recordedSurroundings, type RecordedSurroundings } from '../../../support/surroundings.ts';
import { functionTable, type FunctionTable } from './function-table.ts';

export const roleArn = 'arn:aws:iam::000000000000:role/workflow-role';

export interface EmulatedStates {
  readonly endpoint: string;
  readonly surroundings: RecordedSurroundings;
  readonly states: StatesService;
  readonly functions: FunctionTable;
  readonly sfn: SFNClient;
  /** Creates (or replaces) a machine in JSONata; returns its ARN. */
  deploy(name: string, machine: object): Promise<string>;
  /** What a function returns to hang for ever; `hanging` then resolves. */
  hang(): Promise<never>;
  readonly hanging: Promise<undefined>;
  /** Starts an execution and leaves it running. */
  start(machineArn: string, input?: unknown, name?: string): Promise<StartExecutionOutput>;
  /** Starts an execution, waits until nothing works any more, and describes it. */
  run(machineArn: string, input?: unknown, name?: string): Promise<DescribeExecutionOutput>;
  describe(executionArn: string): Promise<DescribeExecutionOutput>;
  history(executionArn: string): Promise<HistoryEvent[]>;
  /** Moves the clock on, everything that falls due being done in order. */
  pass(seconds: number): Promise<void>;
  close(): Promise<void>;
}

export interface EmulatedStatesOptions {
  readonly database?: DatabaseSync;
  readonly access?: AccessControl;
  readonly meter?: Meter;
  readonly others?: readonly Service[];
}

/** Step Functions with a table of functions for Lambda, behind one gateway. */
export async function emulatedStates(options: EmulatedStatesOptions = {}): Promise<EmulatedStates> {
  const { others = [], ...overrides } = options;
  const surroundings = recordedSurroundings(overrides);
  let endpoint = '';
  const states = createStates(surroundings, { endpoint: () => endpoint, jitter: seededJitter(0) });
  const functions = functionTable(surroundings);
  const gateway = new Gateway([states, functions, ...others]);
  endpoint = await gateway.listen();
  const credentials = { accessKeyId: 'operator', secretAccessKey: 'local-secret' };
  const sfn = new SFNClient({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1 });
  const describe = (executionArn: string) => sfn.send(new DescribeExecutionCommand({ executionArn }));
  const hung = Promise.withResolvers<undefined>();
  const start = (stateMachineArn: string, input: unknown = {}, name?: string) =>
    sfn.send(new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input), name }));
  return {
    ...{ endpoint, surroundings, states, functions, sfn, describe },
    async deploy(name, machine) {
      const definition = JSON.stringify({ QueryLanguage: 'JSONata', ...machine });
      const created = await sfn.send(new CreateStateMachineCommand({ name, definition, roleArn }));
      return created.stateMachineArn ?? '';
    },
    start,
    hanging: hung.promise,
    hang: () => {
      hung.resolve(undefined);
      return new Promise(() => undefined);
    },
    async run(stateMachineArn, input, name) {
      const { executionArn = '' } = await start(stateMachineArn, input, name);
      await states.idle();
      return describe(executionArn);
    },
    async history(executionArn) {
      const { events = [] } = await sfn.send(
        new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }),
      );
      return events;
    },
    async pass(seconds) {
      const { clock } = surroundings;
      await clock.advanceTo(clock.now() + seconds * 1000, () => states.idle());
      await states.idle();
    },
    async close() {
      await states.close();
      sfn.destroy();
      await gateway.close();
      surroundings.clock.stop();
    },
  };
}
