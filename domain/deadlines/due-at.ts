import type { Deadline } from './deadline.ts';

type Clock = Pick<Deadline['basis'], 'amount' | 'unit'>;

/**
 * The last millisecond of the last day, in UTC. The day of the start does not count: the next is day 1. Weekends and
 * holidays move nothing. A term in years ends on the same day of the year; from 29 February to a year without one, on
 * 28 February where something must be done by then, and on 1 March where something must be kept at least so long.
 * @param start ISO 8601
 */
export function dueAt(start: string, { amount, unit }: Clock): string {
  const from = new Date(start);
  const [year, month, day] = [from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate()];
  switch (unit) {
    case 'calendarDays':
    case 'days':
      return endOfDay(year, month, day + amount);
    case 'years':
      return endOfDay(year + amount, month, Math.min(day, daysIn(year + amount, month)));
    case 'yearsMinimum':
      // The 29th of a February that has 28 days is 1 March.
      return endOfDay(year + amount, month, day);
  }
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}

function endOfDay(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month, day + 1) - 1).toISOString();
}
