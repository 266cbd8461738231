import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  MathExpression,
  Metric,
  TreatMissingData,
  type AlarmProps,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { DataStack } from '../data-stack.ts';
import { serviceNameOf } from '../functions/service-name.ts';
import type { StageConfig } from '../stage-config.ts';
import { alarmNames, type AlarmName } from './alarm-names.ts';

export interface MonitoringProps {
  readonly data: DataStack;
  readonly config: StageConfig;
  readonly verifyAccount: StateMachine;
  readonly rescreenOwners: StateMachine;
  readonly reportCertification: StateMachine;
  readonly api: HttpApi;
}

/** Alarms on what somebody has to do something about, and one dashboard of what happens. */
export class Monitoring extends Construct {
  readonly #config: StageConfig;

  constructor(scope: Construct, id: string, props: MonitoringProps) {
    super(scope, id);
    this.#config = props.config;
    this.#queueAlarms(props.data);
    this.#flowAlarms(props);
    this.#platformAlarms();
    this.#dashboard(props);
  }

  #queueAlarms({ queues }: DataStack): void {
    this.#alarm('MessagesFailed', alarmNames.messagesFailed, {
      metric: queues.verificationFailed.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' }),
    });
    this.#alarm('QueueOld', alarmNames.queueOld, {
      metric: queues.verification.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum' }),
      threshold: Duration.minutes(15).toSeconds(),
    });
  }

  #flowAlarms({ verifyAccount, rescreenOwners, reportCertification, api }: MonitoringProps): void {
    const failed = (machine: StateMachine) => machine.metricFailed({ statistic: 'Sum' });
    this.#alarm('VerificationFailed', alarmNames.verificationFailed, { metric: failed(verifyAccount) });
    this.#alarm('RescreeningFailed', alarmNames.rescreeningFailed, { metric: failed(rescreenOwners) });
    this.#alarm('ReportFailed', alarmNames.reportFailed, { metric: failed(reportCertification) });
    // The answers count: a function that answers 500 in good order is no error to Lambda.
    this.#alarm('WebhooksFailing', alarmNames.webhooksFailing, {
      metric: api.metricServerError({ statistic: 'Sum' }),
      threshold: 3,
    });
    this.#alarm('EventParked', alarmNames.eventParked, { metric: this.#ours('EventsParked') });
    this.#alarm('ExecutionCutOff', alarmNames.executionCutOff, {
      metric: cutOff([verifyAccount, rescreenOwners, reportCertification]),
    });
    // Screening says so of a party while no list is in use, or the facts to search with are missing.
    this.#alarm('PartiesNotScreened', alarmNames.nobodyScreened, {
      metric: this.#ours('Screened.notScreened'),
    });
  }

  #platformAlarms(): void {
    this.#alarm('NoticesPending', alarmNames.noticesPending, {
      metric: this.#ours('NoticesPending'),
      evaluationPeriods: 6,
    });
    // EventBridge Scheduler counts by group, and ours are in the one there always is.
    this.#alarm('ScheduleNotDelivered', alarmNames.scheduleNotDelivered, {
      metric: new Metric({
        namespace: 'AWS/Scheduler',
        metricName: 'InvocationDroppedCount',
        dimensionsMap: { ScheduleGroup: 'default' },
        statistic: 'Sum',
      }),
    });
    // A retry that helps leaves one or two behind; a fault that lasts leaves more, and goes on.
    this.#alarm('FunctionsFailing', alarmNames.functionsFailing, {
      metric: this.#ours('FunctionFailures'),
      threshold: 5,
      evaluationPeriods: 3,
    });
    this.#alarm('ListRefused', alarmNames.listRefused, { metric: this.#ours('ListsRefused') });
    this.#alarm('ListsUnusable', alarmNames.listsUnusable, { metric: this.#ours('ListsUnusable') });
    // Silence is the worst sign for these: they run by schedule and say so each time.
    this.#alarm('RescreeningOverdue', alarmNames.rescreeningOverdue, {
      metric: this.#ours('RescreeningsCompleted', Duration.days(1)),
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: 2,
      treatMissingData: TreatMissingData.BREACHING,
    });
    this.#alarm('SweepFailed', alarmNames.sweepFailed, {
      metric: this.#ours('SweepFailures'),
      evaluationPeriods: 3,
      treatMissingData: TreatMissingData.BREACHING,
    });
    this.#alarm('LogNotVerified', alarmNames.logNotVerified, {
      metric: this.#ours('AuditLogVerified', Duration.days(1), 'Minimum'),
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: 2,
      datapointsToAlarm: 1,
      treatMissingData: TreatMissingData.BREACHING,
    });
    this.#alarm('LogNotSequenced', alarmNames.logNotSequenced, {
      metric: this.#ours('AuditEntriesIntegrated', Duration.minutes(10), 'SampleCount'),
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
    });
  }

  #alarm(id: string, name: AlarmName, props: Partial<AlarmProps> & { metric: IMetric }): void {
    const alarm = new Alarm(this, id, {
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      ...props,
      alarmName: `iaas-kyc ${this.#config.stage}: ${name}`,
      alarmDescription: `See docs/runbook.md, "${name}".`,
    });
    const { alarmTopicArn } = this.#config;
    if (alarmTopicArn)
      alarm.addAlarmAction(new SnsAction(Topic.fromTopicArn(this, `${id}Topic`, alarmTopicArn)));
  }

  #dashboard({ verifyAccount, data }: MonitoringProps): void {
    const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 12 });
    new Dashboard(this, 'Dashboard', {
      dashboardName: `iaas-kyc-${this.#config.stage}`,
      widgets: [
        [
          graph('Webhooks', [this.#ours('WebhooksAccepted'), this.#ours('WebhooksRefused')]),
          graph(
            'Decisions',
            ['verified', 'restricted', 'underReview', 'refused'].map((status) =>
              this.#ours(`Decided.${status}`),
            ),
          ),
        ],
        [
          graph(
            'Screening',
            ['clear', 'possibleMatch', 'notScreened'].map((outcome) => this.#ours(`Screened.${outcome}`)),
          ),
          graph('Executions', [
            verifyAccount.metricStarted(),
            verifyAccount.metricSucceeded(),
            verifyAccount.metricFailed(),
          ]),
        ],
        [
          graph('Waiting', [
            data.queues.verification.metricApproximateNumberOfMessagesVisible(),
            data.queues.verificationFailed.metricApproximateNumberOfMessagesVisible(),
            this.#ours('NoticesPending'),
          ]),
          graph('Audit log', [this.#ours('AuditEntriesIntegrated'), this.#ours('AuditLogVerified')]),
        ],
      ],
    });
  }

  /** A metric of `lambdas/runtime/observability.ts`, as this stage sends it. */
  #ours(metricName: string, period = Duration.minutes(5), statistic = 'Sum'): Metric {
    const dimensionsMap = { service: serviceNameOf(this) };
    return new Metric({ namespace: 'IaasKyc', metricName, dimensionsMap, period, statistic });
  }
}

/** Executions that ended without coming to an end of their own. A machine that saw none sends nothing. */
function cutOff(machines: readonly StateMachine[]): MathExpression {
  const metrics = machines.flatMap((machine) => [
    machine.metricTimedOut({ statistic: 'Sum' }),
    machine.metricAborted({ statistic: 'Sum' }),
  ]);
  const usingMetrics = Object.fromEntries(metrics.map((metric, index) => [`m${index}`, metric]));
  const expression = Object.keys(usingMetrics)
    .map((id) => `FILL(${id}, 0)`)
    .join(' + ');
  return new MathExpression({ expression, usingMetrics, period: Duration.minutes(5) });
}
