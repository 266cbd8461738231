import type { PriceList } from './price-list.ts';
import { Usd } from './usd.ts';

/** What is owed per month whatever the load, and the row of the price list it is owed by. */
const fixedRows = {
  keys: { service: 'KMS', unit: 'key-month (symmetric, HMAC or asymmetric)', perMonth: 1 },
  secrets: { service: 'Secrets Manager', unit: 'secret-month', perMonth: 1 },
  /** One per metric in an alarm: metric math over three metrics is three. */
  alarmMetrics: { service: 'CloudWatch', unit: 'alarm metric-month (standard resolution)', perMonth: 1 },
  compositeAlarms: { service: 'CloudWatch', unit: 'alarm-month (composite)', perMonth: 1 },
  dashboards: { service: 'CloudWatch', unit: 'dashboard-month', perMonth: 1 },
  customMetrics: { service: 'CloudWatch', unit: 'custom metric-month (first 10,000)', perMonth: 1 },
  /** Standard queues that Lambda polls: 5 pollers, 20 s each, 30 days, all empty. */
  polledQueues: {
    service: 'SQS',
    unit: 'request (standard, first 100 billion a month)',
    perMonth: (5 * 30 * 86_400) / 20,
  },
  /** Invocations of schedules that run by the calendar and not by an account. */
  scheduledInvocations: { service: 'EventBridge Scheduler', unit: 'invocation', perMonth: 1 },
} as const;

export type FixedResource = keyof typeof fixedRows;

/** How many a template holds; a resource left out is none. */
export type FixedCounts = Readonly<Partial<Record<FixedResource, number>>>;

export interface FixedCosts {
  readonly lines: readonly { readonly resource: FixedResource; readonly count: number; readonly usd: Usd }[];
  readonly total: Usd;
}

/** List price of a full month of 30 days. Stands beside the cost per account and is never spread over it. */
export function fixedMonthlyCosts(counts: FixedCounts, prices: PriceList): FixedCosts {
  const lines = (Object.keys(fixedRows) as FixedResource[]).flatMap((resource) => {
    const count = counts[resource] ?? 0;
    const { service, unit, perMonth } = fixedRows[resource];
    return count === 0
      ? []
      : [{ resource, count, usd: prices.usdEach(service, unit).times(perMonth).times(count) }];
  });
  return { lines, total: lines.reduce((sum, { usd }) => sum.plus(usd), new Usd(0)) };
}
