import { readFileSync } from 'node:fs';
import { CouldNotTellError } from '../outcome-errors.ts';
import { findRunning, type RunningFile } from './running-file.ts';
import { stageClients, type StageClients } from './stage-clients.ts';
import { stageNames, type StageNames } from './stage-names.ts';

/** What a command talks to: the stage `kyc up` keeps running, or a deployed one. */
export interface Stage {
  readonly names: StageNames;
  readonly clients: StageClients;
  readonly region: string;
  /** Null for a deployed stage. */
  readonly running: RunningFile | null;
}

export interface StageOptions {
  /** File that `cdk deploy --outputs-file` wrote; without it the running local stage. */
  readonly outputs?: string;
}

/** @throws CouldNotTellError when no stage runs here, or the file cannot be read */
export function openStage({ outputs }: StageOptions): Stage {
  if (outputs !== undefined) return deployedStage(outputs);
  const running = findRunning();
  if (!running) {
    throw new CouldNotTellError(
      'no stage runs here. Start one with `npm run -s kyc -- up`, or name a deployed one with --outputs FILE.',
    );
  }
  const { names, region, endpoint } = running;
  return { names, region, running, clients: stageClients(endpoint, region) };
}

function deployedStage(file: string): Stage {
  const region = process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? 'us-east-1';
  try {
    const outputs = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    return { names: stageNames(outputs), region, running: null, clients: stageClients(null, region) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CouldNotTellError(`--outputs ${file}: ${reason}`, { cause });
  }
}

/** Opens the stage for one command and lets go of it. */
export async function withStage<T>(options: StageOptions, use: (stage: Stage) => Promise<T>): Promise<T> {
  const stage = openStage(options);
  try {
    return await use(stage);
  } finally {
    stage.clients.destroy();
  }
}
