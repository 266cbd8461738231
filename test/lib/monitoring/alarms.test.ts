import { describe, expect, it } from 'vitest';
import { alarmNames } from '../../../lib/monitoring/alarm-names.ts';
import { DeployedApp } from '../deployed-app.ts';
import { runbook, sectionsOf } from './runbook.ts';

const alarms = new DeployedApp()
  .ofType('AWS::CloudWatch::Alarm')
  .map(({ properties }) => ({ name: String(properties.AlarmName), properties }));
const names: readonly string[] = Object.values(alarmNames);
const sections = sectionsOf(runbook, 2);

/** Procedures that no alarm asks for. */
const procedures = [
  'Before you start',
  'Redriving parked events',
  'Rotating a webhook secret',
  'Publishing a list',
  'The audit log does not verify',
  'Restoring a table',
  'Proving a screening',
  'Erasing a party',
];

describe('the alarms and the runbook', () => {
  it('know the same names: every alarm has a heading, every other heading is a procedure', () => {
    expect(sections.map(({ heading }) => heading).sort()).toEqual([...names, ...procedures].sort());
  });

  it('deploy each named alarm once, under its stage, and point to its heading', () => {
    expect(alarms.map(({ name }) => name).sort()).toEqual(
      names.map((name) => `iaas-kyc dev: ${name}`).sort(),
    );
    for (const { name, properties } of alarms) {
      const heading = name.replace('iaas-kyc dev: ', '');
      expect(properties.AlarmDescription).toBe(`See docs/runbook.md, "${heading}".`);
    }
  });

  it.each(names)('say of "%s" what it means, where to look and what to do', (name) => {
    const text = sections.find(({ heading }) => heading === name)?.text ?? '';
    const parts = sectionsOf(text, 3);
    expect(parts.map(({ heading }) => heading)).toEqual(['Description', 'Investigation', 'Resolution']);
    expect(parts.filter((part) => part.text.trim().length < 60)).toEqual([]);
  });
});

describe('an alarm', () => {
  it('says how missing data counts: silence is a fault only where something runs by schedule', () => {
    const missing = alarms.map(({ name, properties }) => [
      name.replace('iaas-kyc dev: ', ''),
      properties.TreatMissingData,
    ]);
    const breaching = missing.filter(([, treatment]) => treatment === 'breaching').map(([name]) => name);
    expect(missing.filter(([, treatment]) => treatment === undefined)).toEqual([]);
    expect(breaching.sort()).toEqual([
      alarmNames.logNotSequenced,
      alarmNames.logNotVerified,
      alarmNames.rescreeningOverdue,
      alarmNames.sweepFailed,
    ]);
  });

  it.each(alarms)('$name goes off at too much, or at silence where something runs by schedule', (alarm) => {
    const silent = (
      [alarmNames.logNotVerified, alarmNames.logNotSequenced, alarmNames.rescreeningOverdue] as string[]
    ).includes(alarm.name.replace('iaas-kyc dev: ', ''));
    expect(alarm.properties.ComparisonOperator).toBe(
      silent ? 'LessThanThreshold' : 'GreaterThanOrEqualToThreshold',
    );
  });

  it('on executions that were cut off counts those of every flow', () => {
    const machines = new DeployedApp().ofType('AWS::StepFunctions::StateMachine').map(({ name }) => name);
    const cutOff = alarms.find(({ name }) => name.endsWith(alarmNames.executionCutOff));
    const { Metrics } = cutOff?.properties as {
      Metrics: {
        Expression?: string;
        MetricStat?: { Metric: { MetricName: string; Dimensions: { Value: string }[] } };
      }[];
    };
    const counted = Metrics.flatMap(({ MetricStat }) => (MetricStat ? [MetricStat.Metric] : []));
    const named = counted.map(({ MetricName, Dimensions }) => `${MetricName} ${Dimensions[0]?.Value ?? ''}`);
    expect(named.sort()).toEqual(
      machines.flatMap((name) => [`ExecutionsAborted ${name}`, `ExecutionsTimedOut ${name}`]).sort(),
    );
    expect(Metrics.find(({ Expression }) => Expression)?.Expression?.match(/FILL\(m\d, 0\)/g)).toHaveLength(
      named.length,
    );
  });

  it("watches the API's answers, as a function that answers 500 is no error to Lambda", () => {
    const failing = alarms.find(({ name }) => name.endsWith(alarmNames.webhooksFailing));
    expect(failing?.properties).toMatchObject({
      Namespace: 'AWS/ApiGateway',
      MetricName: '5xx',
      Dimensions: [{ Name: 'ApiId', Value: 'PublicApi' }],
    });
  });
});
