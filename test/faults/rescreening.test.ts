import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { rescreeningStore } from '../../adapters/records/rescreening-store.ts';
import { redriveRescreening, startRescreening } from '../../cli/stage/rescreening-run.ts';
import { accountCreated } from '../support/account-samples.ts';
import { executionsOf, type SeenExecution } from '../support/executions.ts';
import { FaultyAssembly } from '../support/faulty-assembly.ts';
import { startAws, type RunningAws } from '../support/running-aws.ts';
import { casesOf, rescreeningVisits, type TaskCase } from './task-cases.ts';
import { deathsOf, hourSeconds, timeoutSeconds } from './task-runs.ts';

// A fault that outlives the retries of one attempt, and is gone when a person redrives.
const outlasting = rescreeningVisits.flatMap((visit) =>
  casesOf(visit).filter(({ hits, fault }) => hits < fault.times),
);
const passing = rescreeningVisits.flatMap((visit) =>
  casesOf(visit).filter(({ expected }) => expected === 'unharmed'),
);
const mended: readonly TaskCase[] = outlasting.map((each) => ({
  ...each,
  fault: { ...each.fault, times: each.hits },
}));

describe('a fault in a re-screening', () => {
  const assembly = new FaultyAssembly(inject('assembly'), { timeoutSeconds });
  let running: RunningAws;
  let deaths: TaskCase[];
  let broken: Map<string, SeenExecution>;
  let redriven: Map<string, SeenExecution>;

  const executions = () => executionsOf(running, running.names.RescreenOwnersArn);

  beforeAll(async () => {
    running = await startAws({ assembly: assembly.directory, jitter: () => () => 0 });
    await running.send(accountCreated('acct_1', new Date(running.clock.now())));
    await startRescreening(running, { name: 'quiet' });
    await running.advance(hourSeconds);
    deaths = rescreeningVisits.flatMap((visit) => deathsOf(assembly, visit, 'quiet'));
    const cases = [...passing, ...mended, ...deaths];
    assembly.plan(...cases.map(({ fault }) => fault));
    for (const { id } of cases) await startRescreening(running, { name: id, full: true });
    await running.advance(hourSeconds);
    broken = await executions();
    for (const { id } of mended) {
      await redriveRescreening(running, broken.get(id)?.arn ?? '');
    }
    await running.advance(hourSeconds);
    redriven = await executions();
  });

  afterAll(async () => {
    await running.close();
    assembly.remove();
  });

  const completed = (id: string) =>
    rescreeningStore(running.clients.documents, running.names.RecordsTable).load(id);

  it.each(passing.map((each) => [each.title, each] as const))('%s', async (_title, { id }) => {
    expect(broken.get(id)?.status).toBe('SUCCEEDED');
    expect(await completed(id)).toMatchObject({ owners: 1 });
  });

  it('makes no difference when a function dies after any of its calls', async () => {
    expect(deaths.length).toBeGreaterThan(6);
    const ends = deaths.map(({ title, id }) => [title, broken.get(id)?.status]);
    expect(ends.filter(([, status]) => status !== 'SUCCEEDED')).toEqual([]);
    for (const { id } of deaths) expect(await completed(id)).toMatchObject({ owners: 1 });
  });

  it.each(mended.map((each) => [each.title, each] as const))(
    '%s: the run fails and is not recorded; redriven, it is complete',
    async (_title, { id, visit }) => {
      const inMap = visit.task.name === 'RescreenShard';
      expect(broken.get(id)).toMatchObject({
        status: 'FAILED',
        error: inMap ? 'States.ExceedToleratedFailureThreshold' : 'ServiceUnavailable',
      });
      expect(redriven.get(id)?.status).toBe('SUCCEEDED');
      expect(await completed(id)).toMatchObject({ owners: 1 });
    },
  );
});
