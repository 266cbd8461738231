import { readAssembly } from '../../local/cfn/assembly.ts';
import { fixedMonthlyCosts, type FixedCounts } from '../../local/meter/fixed-costs.ts';
import { readPriceList } from '../../local/meter/price-list.ts';
import { costUsd } from '../../local/meter/unit-prices.ts';
import type { UsageMeter } from '../../local/meter/usage-meter.ts';

/** What the simulated year would have cost on AWS, at list prices, rounded for reading. */
export interface CostLines {
  readonly costPerThousandAccountsUsd: number;
  /** The same, by flow. */
  readonly byFlow: Readonly<Record<string, number>>;
  /** The same, by what is billed, dearest first. */
  readonly byItem: readonly { readonly item: string; readonly usd: number }[];
  /** What a month costs whatever the load; not part of the above. */
  readonly fixedMonthlyUsd: number;
}

// A hundredth of a cent: finer than anybody budgets.
const decimals = 4;

export function costLines(meter: UsageMeter, accounts: number, assembly: string): CostLines {
  const perThousand = (usd: {
    times(by: number): { div(by: number): { toFixed(places: number): string } };
  }) => Number(usd.times(1000).div(accounts).toFixed(decimals));
  const prices = readPriceList();
  const byUnit = Object.groupBy(meter.usage(), ({ unit }) => serviceOf(unit));
  const byItem = Object.entries(byUnit)
    .map(([item, usage = []]) => ({ item, usd: perThousand(costUsd(usage, prices)) }))
    .sort((one, other) => other.usd - one.usd);
  const flows = Object.entries(meter.byFlow()).map(([flow, usd]) => [flow, perThousand(usd)] as const);
  const fixed = fixedMonthlyCosts(fixedCounts(assembly), prices);
  return {
    costPerThousandAccountsUsd: perThousand(meter.costs().total),
    byFlow: Object.fromEntries(flows),
    byItem,
    fixedMonthlyUsd: Number(fixed.total.toFixed(2)),
  };
}

const services: Readonly<Record<string, string>> = {
  apiGateway: 'API Gateway requests',
  dynamodb: 'DynamoDB requests',
  events: 'EventBridge events',
  kms: 'KMS requests',
  lambda: 'Lambda, at its local speed',
  logs: 'CloudWatch logs',
  s3: 'S3 requests',
  scheduler: 'Scheduler calls',
  secrets: 'Secrets Manager calls',
  sqs: 'SQS requests',
  states: 'Step Functions transitions',
};

function serviceOf(unit: string): string {
  const [service = unit] = unit.split('.');
  return services[service] ?? service;
}

/** Counts what is owed by the month in the templates. Custom metrics depend on what is sent and are not counted. */
function fixedCounts(assembly: string): FixedCounts {
  const resources = readAssembly(assembly).flatMap(({ template }) => Object.values(template.Resources));
  const ofType = (type: string) => resources.filter(({ Type }) => Type === type).length;
  return {
    keys: ofType('AWS::KMS::Key'),
    secrets: ofType('AWS::SecretsManager::Secret'),
    alarmMetrics: ofType('AWS::CloudWatch::Alarm'),
    dashboards: ofType('AWS::CloudWatch::Dashboard'),
    polledQueues: ofType('AWS::Lambda::EventSourceMapping'),
  };
}
