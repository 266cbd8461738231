import { ListExecutionsCommand } from '@aws-sdk/client-sfn';
import { afterEach, describe, expect, it } from 'vitest';
import { SimulatedClock } from '../../../local/clock/simulated-clock.ts';
import { type Booted, bootFixture, editedAssembly, firstOfJanuary, newStorage } from '../fixtures/booted.ts';

const day = 86_400_000;

/** The scheduled times that the daily schedule handed to its function. */
function calls({ aws }: Booted): string[] {
  return aws.lambda.logs('Echo').map((line) => (JSON.parse(line) as { at: string }).at);
}

describe('the schedules of an assembly', () => {
  let booted: Booted;
  afterEach(() => booted.aws.close());

  it('fire at each due time as the clock moves, and hand over the scheduled time', async () => {
    booted = await bootFixture();
    const [daily] = booted.aws.schedules.list();
    await booted.clock.advanceTo((daily?.nextDue ?? 0) + 2 * day, () => booted.aws.settled());
    expect(calls(booted).map((text) => text.slice(0, 10))).toEqual([
      '2026-01-02',
      '2026-01-03',
      '2026-01-04',
    ]);
  });

  it('start a state machine as the role of the schedule', async () => {
    booted = await bootFixture();
    await booted.aws.schedules.fire('Yearly');
    await booted.aws.settled();
    const { executions } = await booted.clients.sfn.send(
      new ListExecutionsCommand({ stateMachineArn: booted.aws.outputs.App?.ReviewArn }),
    );
    expect(executions).toHaveLength(1);
    expect(booted.aws.access.used().map(({ principal, action }) => [principal, action])).toContainEqual([
      'arn:aws:iam::000000000000:role/SchedulerRole',
      'states:StartExecution',
    ]);
  });

  it('are refused what their role is not granted, loudly', async () => {
    const assembly = editedAssembly(({ Resources }) => {
      delete Resources.SchedulerRole?.Properties.Policies;
    });
    booted = await bootFixture({ assembly });
    await expect(booted.aws.schedules.fire('Daily')).rejects.toThrow('lambda:InvokeFunction');
    const [daily] = booted.aws.schedules.list();
    await booted.clock.advanceTo(daily?.nextDue ?? 0, () => booted.aws.settled());
    expect(booted.log.join()).toMatch(/schedule Daily could not call .*not authorized/);
  });

  it('make up with one call for all that was missed while nothing ran', async () => {
    const storage = newStorage();
    await (await bootFixture({ storage })).aws.close();
    booted = await bootFixture({ storage, clock: new SimulatedClock(firstOfJanuary + 10.5 * day) });
    const { clock, aws } = booted;
    await clock.advanceTo(clock.now() + 1000, () => aws.settled());
    expect(calls(booted).map((text) => text.slice(0, 10))).toEqual(['2026-01-02']);
    expect(aws.schedules.list()[0]?.nextDue).toBeGreaterThan(firstOfJanuary + 11 * day);
  });

  it('note an occurrence only after its call, so that one cut off by a kill is made at the next start', async () => {
    booted = await bootFixture();
    const { aws, clock } = booted;
    const due = aws.schedules.list()[0]?.nextDue ?? 0;
    await clock.advanceTo(due);
    expect(calls(booted)).toEqual([]);
    expect(aws.schedules.list()[0]?.nextDue).toBe(due);
    await aws.settled();
    expect(calls(booted)).toHaveLength(1);
    expect(aws.schedules.list()[0]?.nextDue).toBe(due + day);
  });

  it('do not fire while paused, nor make up for it afterwards', async () => {
    booted = await bootFixture();
    const { aws, clock } = booted;
    aws.schedules.pause('Daily');
    await clock.advanceTo(firstOfJanuary + 30.5 * day, () => aws.settled());
    aws.schedules.resume('Daily');
    await clock.advanceTo(firstOfJanuary + 31.5 * day, () => aws.settled());
    expect(calls(booted).map((text) => text.slice(0, 10))).toEqual(['2026-02-01']);
  });

  it('say which names there are when asked for another', async () => {
    booted = await bootFixture();
    await expect(booted.aws.schedules.fire('Hourly')).rejects.toThrow(
      'no schedule is called Hourly; there are',
    );
  });
});
