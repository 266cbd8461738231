import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { bootStage, type LocalStage } from '../../../cli/stage/local-stage.ts';
import { inboundSecret } from '../../../cli/stage/stage-secrets.ts';
import { SimulatedClock } from '../../../local/clock/simulated-clock.ts';

/** The deployed app on the embedded AWS, with its schedules held back: the test says when each one runs. */
export interface DrivenStage extends LocalStage {
  readonly clock: SimulatedClock;
  readonly webhookSecret: string;
  /** Moves the clock on; retries, time-outs and caches take their course. */
  wait(milliseconds: number): Promise<void>;
  /** Runs the schedule with this expression once, as EventBridge Scheduler would. */
  fire(expression: string): Promise<void>;
  /** Invokes a function by the name of its folder. @throws Error with what the function answered when it failed */
  invoke(name: string, input: unknown): Promise<unknown>;
}

export const seconds = 1000;
export const minutes = 60 * seconds;
export const days = 24 * 60 * minutes;

export async function driveStage(assembly: string): Promise<DrivenStage> {
  const storage = mkdtempSync(join(tmpdir(), 'kyc-driven-'));
  const clock = new SimulatedClock(Date.parse('2026-01-05T09:00:00Z'));
  const stage = await bootStage({ assembly, storage, clock });
  const { aws } = stage;
  for (const { name } of aws.schedules.list()) aws.schedules.pause(name);
  const settled = () => aws.settled();
  return {
    ...stage,
    clock,
    webhookSecret: await inboundSecret(stage),
    wait: async (milliseconds) => {
      await settled();
      await clock.advanceTo(clock.now() + milliseconds, settled);
      await settled();
    },
    fire: async (expression) => {
      const schedule = aws.schedules.list().find((each) => each.expression === expression);
      if (!schedule) throw new Error(`no schedule has the expression ${expression}`);
      await aws.schedules.fire(schedule.name);
      await settled();
    },
    invoke: (name, input) => invoke(stage, name, input),
    close: async () => {
      await stage.close();
      rmSync(storage, { recursive: true, force: true });
    },
  };
}

async function invoke({ aws, clients }: LocalStage, name: string, input: unknown): Promise<unknown> {
  const found = aws.lambda.functions.definitions().find((each) => isOf(each.name, name));
  if (!found) throw new Error(`no function was made from lambdas/${name}`);
  const { Payload, FunctionError } = await clients.lambda.send(
    new InvokeCommand({ FunctionName: found.name, Payload: Buffer.from(JSON.stringify(input)) }),
  );
  await aws.settled();
  const answer = Buffer.from(Payload ?? '').toString('utf8');
  if (FunctionError !== undefined) throw new Error(answer);
  return JSON.parse(answer || 'null') as unknown;
}

/** A function's name ends with its construct's id, which is its folder's name in another spelling, and a hash. */
function isOf(functionName: string, folder: string): boolean {
  const id = folder.replaceAll(/(^|-)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase());
  return functionName.slice(0, -hashLength).endsWith(id);
}

// CDK ends a logical id with eight hexadecimal digits.
const hashLength = 8;
