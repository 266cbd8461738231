import type { BirthDate } from './list-entry.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `DOB 24 May 1990`, `DOB circa 1961`, `DOB Jan 1970`, `DOB 1966 to 1968`; an odd form gives nothing. */
export function readBirthDate(segment: string): BirthDate[] {
  const [, text] = /^DOB (.+)$/.exec(segment) ?? [];
  if (text === undefined) return [];
  const isApproximate = text.startsWith('circa ');
  const [start = '', end = start] = text.replaceAll('circa ', '').split(/ to |-/);
  const first = daysOf(start);
  const last = daysOf(end);
  return first === null || last === null ? [] : [{ text, from: first.from, to: last.to, isApproximate }];
}

/** The first and the last day that `24 May 1990`, `May 1990` or `1990` allows. */
function daysOf(text: string): { from: string; to: string } | null {
  const [, day, monthName, year] = /^(?:(\d{1,2}) )?(?:([A-Z][a-z]{2}) )?(\d{4})$/.exec(text) ?? [];
  if (year === undefined) return null;
  if (monthName === undefined)
    return day === undefined ? { from: `${year}-01-01`, to: `${year}-12-31` } : null;
  const month = months.indexOf(monthName) + 1;
  if (month === 0) return null;
  const dated = (date: string | number) => `${year}-${twoDigits(month)}-${twoDigits(date)}`;
  if (day !== undefined) return { from: dated(day), to: dated(day) };
  return { from: dated(1), to: dated(new Date(Date.UTC(Number(year), month, 0)).getUTCDate()) };
}

function twoDigits(value: string | number): string {
  return String(value).padStart(2, '0');
}
