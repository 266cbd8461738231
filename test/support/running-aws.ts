import { cpSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { GetSecretValueCommand, PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { inject } from 'vitest';
import { postEvent, type WebhookAnswer } from '../../cli/stage/post-event.ts';
import { stageClients, type StageClients } from '../../cli/stage/stage-clients.ts';
import { stageNames, type StageNames } from '../../cli/stage/stage-names.ts';
import type { Swept } from '../../lambdas/sweep-pending/sweep-pending.ts';
import type { AccountEvent } from '../../domain/accounts/account-event.ts';
import { boot } from '../../local/boot.ts';
import { seededJitter, type Jitter } from '../../local/asl/run/jitter.ts';
import { SimulatedClock } from '../../local/clock/simulated-clock.ts';
import type { EmbeddedAws } from '../../local/embedded-aws.ts';
import { ReceivingProvider } from './receiving-provider.ts';

export interface RunningAws {
  readonly aws: EmbeddedAws;
  readonly clock: SimulatedClock;
  readonly names: StageNames;
  readonly clients: StageClients;
  /** Secret the provider signs with. */
  readonly inboundSecret: string;
  /** Who is told. */
  readonly provider: ReceivingProvider;
  readonly storage: string;
  /** Signs an event with the provider's secret and posts it. @param id `webhook-id`; the account's if left out */
  send(event: AccountEvent, id?: string): Promise<WebhookAnswer>;
  /** Lets everything come to rest, then moves the clock and lets everything that fell due come to rest too. */
  advance(seconds: number): Promise<void>;
  /** Runs a function once, as its schedule would. @throws Error with what the function answered when it failed */
  run(functionName: string): Promise<unknown>;
  /** Runs the sweep once, as its schedule would. */
  sweep(): Promise<Swept>;
  close(): Promise<void>;
}

export interface StartOptions {
  readonly assembly: string;
  /** Without one nobody is screened, and every account needs a person. */
  readonly withList?: boolean;
  /** The waits before retries; the same in every run if left out. */
  readonly jitter?: Jitter;
}

const startAt = Date.parse('2026-03-02T09:00:00Z');
const region = 'us-east-1';

/**
 * The synthesised app on storage of its own, its schedules paused, with a provider who listens. The clock stands at
 * 2026-03-02T09:00Z and runs on.
 */
export async function startAws({
  assembly,
  withList = true,
  jitter = seededJitter(0),
}: StartOptions): Promise<RunningAws> {
  const storage = mkdtempSync(join(tmpdir(), 'running-aws-'));
  if (withList) cpSync(inject('listedStorage'), storage, { recursive: true });
  const clock = new SimulatedClock(startAt);
  const aws = await boot({ assembly, storage, clock, jitter });
  for (const { name } of aws.schedules.list()) aws.schedules.pause(name);
  const names = stageNames(aws.outputs);
  const clients = stageClients(aws.endpoint, region);
  const provider = new ReceivingProvider();
  await provider.listen();
  await tellWhereNoticesGo(clients, names, provider);
  const secret = await inboundSecret(clients, names);
  return {
    ...{ aws, clock, names, clients, provider, storage, inboundSecret: secret },
    send: (event, id = event.data.account) =>
      postEvent(
        { url: names.WebhookUrl, secret },
        { id, body: JSON.stringify(event) },
        new Date(clock.now()),
      ),
    async advance(seconds) {
      await aws.settled();
      await clock.advanceTo(clock.now() + seconds * 1000, () => aws.settled());
      await aws.settled();
    },
    run: (functionName) => invoke(clients, functionName),
    sweep: async () => (await invoke(clients, sweepFunction(aws))) as Swept,
    async close() {
      // What still ran would log into a directory that is gone.
      await aws.settled();
      clients.destroy();
      await provider.close();
      await aws.close();
      await rm(storage, { recursive: true, force: true });
    },
  };
}

function sweepFunction({ outputs }: EmbeddedAws): string {
  const found = Object.values(outputs).find((values) => values.SweepFunction !== undefined);
  return found?.SweepFunction ?? '';
}

async function tellWhereNoticesGo(
  { secrets }: StageClients,
  { OutboundSecret: SecretId }: StageNames,
  { url, secret }: ReceivingProvider,
): Promise<void> {
  const SecretString = JSON.stringify({ url, current: secret });
  await secrets.send(new PutSecretValueCommand({ SecretId, SecretString }));
}

async function inboundSecret(
  { secrets }: StageClients,
  { InboundSecret: SecretId }: StageNames,
): Promise<string> {
  const { SecretString = '{}' } = await secrets.send(new GetSecretValueCommand({ SecretId }));
  return (JSON.parse(SecretString) as { current: string }).current;
}

async function invoke({ lambda }: StageClients, FunctionName: string): Promise<unknown> {
  const { Payload, FunctionError } = await lambda.send(new InvokeCommand({ FunctionName, Payload: '{}' }));
  const answer = Buffer.from(Payload ?? 'null').toString('utf8');
  if (FunctionError !== undefined) throw new Error(`${FunctionName} failed: ${answer}`);
  return JSON.parse(answer);
}
