/** A year of the zone has two digits; a day that no century had is no date (30 February; 29 February 1900 aside). */
const centuries = ['19', '20'] as const;

const partlyUnknown = /^(?:\d\d|<<)(?:\d\d|<<)(?:\d\d|<<)$/;

/** Six digits, of a birth date with pairs of fillers for what is not known. */
export function hasDateForm(date: string, mayBeUnknown: boolean): boolean {
  return mayBeUnknown ? partlyUnknown.test(date) : /^[\d<]{6}$/.test(date);
}

/** Whether a day YYMMDD was or will be in either century. Of what is not known, nothing is asked. */
export function isRealDate(date: string, mayBeUnknown: boolean): boolean {
  if (!mayBeUnknown && date.includes('<')) return false;
  const year = date.slice(0, 2).replace('<<', '00');
  const month = date.slice(2, 4).replace('<<', '01');
  const day = date.slice(4).replace('<<', '01');
  return centuries.some((century) => isDay(`${century}${year}-${month}-${day}`));
}

/** An expiry date with its century: the one that is nearest to today. */
export function expiryDay(date: string, today: string): string {
  const thisYear = Number(today.slice(0, 4));
  const away = (year: number) => Math.abs(year - thisYear);
  const years = [-1, 0, 1].map(
    (step) => (Math.floor(thisYear / 100) + step) * 100 + Number(date.slice(0, 2)),
  );
  const year = years.sort((a, b) => away(a) - away(b))[0] ?? thisYear;
  return `${year}-${date.slice(2, 4)}-${date.slice(4)}`;
}

/** Whether a birth date of the zone may be this day; its century, and what it leaves open, may be anything. */
export function mayBeDay(date: string, day: string): boolean {
  const stated = day.slice(2).replaceAll('-', '');
  return Array.from(date).every((character, at) => character === '<' || character === stated.charAt(at));
}

/** Whether a calendar has this day, given as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
