import { CronExpressionParser } from 'cron-parser';

/** The latest year EventBridge's cron field takes. */
const lastYear = 2199;

/**
 * Next time after `after` that fits the six fields of AWS: minutes, hours, day of month, month, day of week, year.
 * @throws Error for a form that AWS refuses or that is not emulated (`W`)
 */
export function nextCronTime(fields: string, timezone: string, after: number): number | undefined {
  const { expression, years } = parse(fields);
  for (let from = after; ;) {
    const next = CronExpressionParser.parse(expression, { currentDate: new Date(from), tz: timezone })
      .next()
      .toDate();
    const year = next.getUTCFullYear();
    if (years.has(year)) return next.getTime();
    const laterYear = [...years].find((each) => each > year);
    if (laterYear === undefined) return undefined;
    from = Date.UTC(laterYear, 0, 1) - 1;
  }
}

function parse(fields: string): { expression: string; years: ReadonlySet<number> } {
  const parts = fields.trim().split(/\s+/);
  const [minutes = '', hours = '', dayOfMonth = '', month = '', dayOfWeek = '', year = ''] = parts;
  if (parts.length !== 6) throw new Error(`cron(${fields}): expected six fields, found ${parts.length}`);
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) {
    throw new Error(`cron(${fields}): exactly one of day of month and day of week must be ?`);
  }
  if (dayOfMonth.includes('W')) throw new Error(`cron(${fields}): W (nearest weekday) is not emulated`);
  const days = [dayOfMonth.replace('?', '*'), month, sundayIsZero(dayOfWeek).replace('?', '*')];
  return { expression: ['0', minutes, hours, ...days].join(' '), years: yearsOf(year) };
}

/** AWS counts the days of the week from 1 (Sunday), cron from 0. Steps (`/2`) and ordinals (`#2`) are no days. */
function sundayIsZero(dayOfWeek: string): string {
  const days = dayOfWeek === 'L' ? '7' : dayOfWeek;
  return days.replace(/(^|[,-])([1-7])/g, (_, before: string, day: string) => `${before}${Number(day) - 1}`);
}

function yearsOf(field: string): ReadonlySet<number> {
  const all = Array.from({ length: lastYear - 1970 + 1 }, (_, index) => 1970 + index);
  return new Set(all.filter((year) => field.split(',').some((part) => fitsYear(part, year))));
}

function fitsYear(part: string, year: number): boolean {
  const [range = '', step = '1'] = part.split('/');
  const [first = '', last = first] = range.split('-');
  const from = first === '*' ? 1970 : Number(first);
  const to = first === '*' || part.includes('/') ? lastYear : Number(last);
  return year >= from && year <= to && (year - from) % Number(step) === 0;
}
