import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectContext } from '../../../lib/project-context.ts';
import { DeployedApp } from '../deployed-app.ts';
import { grantsOfRole } from '../role-grants.ts';

const Schedule = z.looseObject({
  ScheduleExpression: z.string(),
  Target: z.looseObject({ Arn: z.string(), RoleArn: z.string() }),
});

const app = new DeployedApp();
const schedules = app
  .ofType('AWS::Scheduler::Schedule')
  .map(({ name, properties }) => ({ name, ...Schedule.parse(properties) }));

describe('the schedules', () => {
  it('run the sequencer every minute, the sweep every five, the verifier every day, the certification every year, and the re-screening every day', () => {
    const expressions = schedules.map(({ Target, ScheduleExpression }) => [Target.Arn, ScheduleExpression]);
    expect(Object.fromEntries(expressions)).toEqual({
      AuditLogSequenceAuditLog: 'rate(1 minute)',
      SweepingSweepPending: 'rate(5 minutes)',
      AuditLogVerifyAuditLog: 'rate(1440 minutes)',
      CertificationReportCertificationStateMachine: projectContext().certificationSchedule,
      RescreeningRescreenOwnersStateMachine: projectContext().rescreeningSchedule,
    });
  });

  it.each(schedules)(
    '$name has a role of its own that can start its target and nothing else',
    ({ Target }) => {
      const action = Target.Arn.endsWith('StateMachine') ? 'states:StartExecution' : 'lambda:InvokeFunction';
      expect(grantsOfRole(app, Target.RoleArn)).toEqual([{ action, resource: Target.Arn }]);
      expect(app.find('AWS::IAM::Role', Target.RoleArn).properties.AssumeRolePolicyDocument).toMatchObject({
        Statement: [{ Action: 'sts:AssumeRole', Principal: { Service: 'scheduler.amazonaws.com' } }],
      });
      expect(schedules.filter((other) => other.Target.RoleArn === Target.RoleArn)).toHaveLength(1);
    },
  );

  it('try a state machine for a day, and what comes again soon once more', () => {
    const retries = schedules.map(({ Target }) => [Target.Arn, Target.RetryPolicy]);
    const soonAgain = { MaximumEventAgeInSeconds: 300, MaximumRetryAttempts: 1 };
    const forADay = { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 };
    expect(Object.fromEntries(retries)).toEqual({
      AuditLogSequenceAuditLog: soonAgain,
      SweepingSweepPending: soonAgain,
      AuditLogVerifyAuditLog: soonAgain,
      CertificationReportCertificationStateMachine: forADay,
      RescreeningRescreenOwnersStateMachine: forADay,
    });
  });

  it('name the occurrence to the certification, so that one delivered twice makes one report', () => {
    const yearly = schedules.find(({ Target }) => Target.Arn.startsWith('CertificationReport'));
    expect(yearly?.Target.Input).toBe('{"scheduledAt":"<aws.scheduler.scheduled-time>"}');
  });
});
