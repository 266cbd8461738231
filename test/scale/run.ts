import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StopExecutionCommand } from '@aws-sdk/client-sfn';
import { runStore } from '../../adapters/owner-book/run-store.ts';
import { resultStore } from '../../adapters/owner-book/result-store.ts';
import { publishLists } from '../../cli/stage/publish-lists.ts';
import { endOfRescreening, redriveRescreening, startRescreening } from '../../cli/stage/rescreening-run.ts';
import { stageClients } from '../../cli/stage/stage-clients.ts';
import type { LocalStage } from '../../cli/stage/local-stage.ts';
import type { Stage } from '../../cli/stage/stage.ts';
import { StageNames } from '../../cli/stage/stage-names.ts';
import { shardDigitsFor, shardsOf } from '../../domain/rescreening/owner-shard.ts';
import { synthesise } from '../../local/synthesis.ts';
import { machine } from '../bench/measure.ts';
import { countedResults } from './counted-results.ts';
import { unitsOf, type MeteredUnits } from './metered-units.ts';
import { bootScaleStage, lists } from './scale-stage.ts';

/**
 * Re-screens 100,000 owners in the embedded AWS: the process is killed by SIGKILL when a third of the shards have results,
 * the execution is stopped when two thirds have, and redriven. Then each owner must have exactly one result. Two more runs
 * are metered: everything, and what a later list changed. By hand: `node test/scale/run.ts [OWNERS]`.
 */
const owners = Number(process.argv[2] ?? 100_000);
const shards = shardsOf(shardDigitsFor(owners)).length;
const patienceMs = 30 * 60_000;
const storage = mkdtempSync(join(tmpdir(), 'kyc-scale-'));
const assembly = join(storage, 'assembly');

type Use = Pick<Stage, 'clients' | 'names'>;

async function untilWritten({ clients, names }: Use, runId: string, share: number): Promise<number> {
  const results = resultStore(clients.s3, names.OwnerBookBucket);
  const runs = runStore(clients.s3, names.OwnerBookBucket);
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    const plan = await runs.plan(runId);
    const written = plan ? await results.written(plan) : [];
    if (written.length >= shards * share) return written.length;
    await sleep(50);
  }
  throw new Error(`run ${runId} did not come to ${share} of its shards`);
}

async function killHalfWay(): Promise<string> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'first-process.ts'), assembly, storage, String(owners)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const started = JSON.parse(await firstLine(child)) as {
    endpoint: string;
    names: unknown;
    executionArn: string;
  };
  const use = {
    clients: stageClients(started.endpoint, 'us-east-1'),
    names: StageNames.parse(started.names),
  };
  const written = await untilWritten(use, 'killed-half-way', 1 / 3);
  child.kill('SIGKILL');
  await once(child, 'exit');
  use.clients.destroy();
  say(`killed by SIGKILL with ${written} of ${shards} shards written`);
  return started.executionArn;
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('the first process has no output');
  let text = '';
  for await (const chunk of stdout) {
    text += String(chunk);
    if (text.includes('\n')) return text;
  }
  throw new Error('the first process ended before it had started a run');
}

async function stopAndRedrive(stage: LocalStage, executionArn: string): Promise<void> {
  const written = await untilWritten(stage, 'killed-half-way', 2 / 3);
  await stage.clients.sfn.send(new StopExecutionCommand({ executionArn, error: 'Scale.Stopped' }));
  say(`stopped with ${written} of ${shards} shards written`);
  await redriveRescreening(stage, executionArn);
  await endOfRescreening(stage, executionArn, patienceMs);
}

async function metered(
  stage: LocalStage,
  name: string,
  full: boolean,
): Promise<MeteredUnits & { seconds: number }> {
  const before = unitsOf(stage.aws.meter);
  const started = performance.now();
  await endOfRescreening(stage, await startRescreening(stage, { name, full }), patienceMs);
  const seconds = Number(((performance.now() - started) / 1000).toFixed(1));
  await stage.aws.settled();
  const after = unitsOf(stage.aws.meter);
  const spent = Object.entries(after).map(([unit, units]) => [unit, units - (before[unit] ?? 0)] as const);
  return { ...Object.fromEntries(spent.filter(([, units]) => units > 0)), seconds };
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

mkdirSync(assembly, { recursive: true });
await synthesise({ outdir: assembly });
const executionArn = await killHalfWay();
const stage = await bootScaleStage(assembly, storage);
await stopAndRedrive(stage, executionArn);
const exactlyOnce = await countedResults(stage, 'killed-half-way');
say(`each of ${exactlyOnce.owners} owners has exactly one result`);
const full = await metered(stage, 'full', true);
const unchanged = await metered(stage, 'unchanged', false);
await publishLists(stage, lists.august.directory, lists.august.publishedOn);
const delta = await metered(stage, 'delta', false);
const report = { machine: machine(), owners, shards, exactlyOnce, full, unchanged, delta };
mkdirSync('out', { recursive: true });
writeFileSync('out/scale.json', `${JSON.stringify(report, null, 2)}\n`);
console.log(JSON.stringify(report, null, 2));
await stage.close();
rmSync(storage, { recursive: true, force: true });
process.exitCode = exactlyOnce.owners === owners ? 0 : 1;
