import { nextCronTime } from './cron-expression.ts';
import { localTime } from './local-time.ts';

const unitMs: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

export interface ScheduleTiming {
  /** `rate(5 minutes)`, `cron(0 2 * * ? *)` or `at(2026-12-01T09:00:00)`. */
  readonly expression: string;
  readonly timezone: string;
  /** What `rate` counts from: the start date, or the creation. */
  readonly anchor: number;
}

/**
 * The first occurrence after `after`, ms since the epoch; undefined when there is none.
 * @throws Error for an expression that EventBridge Scheduler would refuse
 */
export function nextOccurrence(
  { expression, timezone, anchor }: ScheduleTiming,
  after: number,
): number | undefined {
  const [, kind = '', body = ''] = /^(rate|cron|at)\((.*)\)$/.exec(expression) ?? [];
  switch (kind) {
    case 'rate': {
      const period = ratePeriod(body);
      return anchor + Math.max(1, Math.floor((after - anchor) / period) + 1) * period;
    }
    case 'cron':
      return nextCronTime(body, timezone, after);
    case 'at': {
      const moment = localTime(body, timezone);
      return moment > after ? moment : undefined;
    }
    default:
      throw new Error(`${expression} is not a schedule expression: expected rate(…), cron(…) or at(…)`);
  }
}

function ratePeriod(body: string): number {
  const [, value = '', unit = ''] = /^(\d+) (minute|hour|day)s?$/.exec(body) ?? [];
  const period = Number(value) * (unitMs[unit] ?? 0);
  if (!(period > 0)) throw new Error(`rate(${body}): expected a positive number of minutes, hours or days`);
  return period;
}
