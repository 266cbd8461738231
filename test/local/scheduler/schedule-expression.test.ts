import { describe, expect, it } from 'vitest';
import { nextOccurrence } from '../../../local/scheduler/schedule-expression.ts';

const at = (text: string) => Date.parse(text);
function next(expression: string, after: string, timezone = 'UTC'): string | undefined {
  const found = nextOccurrence({ expression, timezone, anchor: at('2026-01-01T00:00:00Z') }, at(after));
  return found === undefined ? undefined : new Date(found).toISOString();
}

describe('schedule expressions', () => {
  it.each([
    ['rate(1 hour)', '2026-01-01T00:00:00Z', '2026-01-01T01:00:00.000Z'],
    ['rate(10 minutes)', '2026-01-01T00:10:00Z', '2026-01-01T00:20:00.000Z'],
    ['rate(7 days)', '2026-03-01T12:00:00Z', '2026-03-05T00:00:00.000Z'],
    ['cron(0 2 * * ? *)', '2026-01-01T02:00:00Z', '2026-01-02T02:00:00.000Z'],
    ['cron(15 10 ? * 6L *)', '2026-01-01T00:00:00Z', '2026-01-30T10:15:00.000Z'],
    ['cron(0 9 ? * 2#1 *)', '2026-01-01T00:00:00Z', '2026-01-05T09:00:00.000Z'],
    ['cron(0 9 ? * MON-FRI *)', '2026-01-02T09:00:00Z', '2026-01-05T09:00:00.000Z'],
    ['cron(0 9 ? * 1 *)', '2026-01-01T00:00:00Z', '2026-01-04T09:00:00.000Z'],
    ['cron(0 0 L * ? *)', '2026-02-01T00:00:00Z', '2026-02-28T00:00:00.000Z'],
    ['cron(0/15 * * * ? *)', '2026-01-01T00:01:00Z', '2026-01-01T00:15:00.000Z'],
    ['cron(0 0 1 1 ? 2030)', '2026-01-01T00:00:00Z', '2030-01-01T00:00:00.000Z'],
    ['cron(0 0 1 JUN ? 2027/2)', '2027-06-02T00:00:00Z', '2029-06-01T00:00:00.000Z'],
    ['cron(0 0 1 1 ? 2020)', '2026-01-01T00:00:00Z', undefined],
    ['at(2026-12-01T09:00:00)', '2026-01-01T00:00:00Z', '2026-12-01T09:00:00.000Z'],
    ['at(2026-12-01T09:00:00)', '2026-12-01T09:00:00Z', undefined],
  ])('%s after %s falls on %s', (expression, after, expected) => {
    expect(next(expression, after)).toBe(expected);
  });

  it('follows the clocks of its time zone through summer time', () => {
    expect(next('cron(0 9 * * ? *)', '2026-03-28T12:00:00Z', 'Europe/Berlin')).toBe(
      '2026-03-29T07:00:00.000Z',
    );
    expect(next('at(2026-07-01T09:00:00)', '2026-01-01T00:00:00Z', 'America/New_York')).toBe(
      '2026-07-01T13:00:00.000Z',
    );
  });

  it.each([
    ['cron(0 2 * * *)', 'expected six fields, found 5'],
    ['cron(0 2 * * * *)', 'exactly one of day of month and day of week must be ?'],
    ['cron(0 2 15W * ? *)', 'W (nearest weekday) is not emulated'],
    ['rate(5 weeks)', 'expected a positive number of minutes, hours or days'],
    ['rate(0 days)', 'expected a positive number'],
    ['at(tomorrow)', 'expected yyyy-mm-ddThh:mm:ss'],
    ['every(day)', 'is not a schedule expression'],
  ])('refuses %s', (expression, reason) => {
    expect(() => next(expression, '2026-01-01T00:00:00Z')).toThrow(reason);
  });
});
