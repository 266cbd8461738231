import type { BirthDate } from '../list-entry.ts';
import { attributeOf, elementsAt, textAt, type XmlElement } from '../xml/xml-element.ts';

/**
 * The days that a `DatePeriod` allows, from the earliest start to the latest end. A start alone ends with the last day
 * that it allows. `null` where there is no year, or the end lies before the start.
 */
export function birthDateOf(period: XmlElement): BirthDate | null {
  const [start] = elementsAt(period, 'Start');
  const [end] = elementsAt(period, 'End');
  const from = dayOf(elementsAt(period, 'Start', 'From')[0], 'first');
  const to = dayOf(
    elementsAt(period, 'End', 'To')[0] ??
      elementsAt(period, 'End', 'From')[0] ??
      elementsAt(period, 'Start', 'To')[0] ??
      elementsAt(period, 'Start', 'From')[0],
    'last',
  );
  if (from === null || to === null || from > to) return null;
  const isApproximate = [start, end].some((limit) => attributeOf(limit, 'Approximate') === 'true');
  return { text: `${isApproximate ? 'circa ' : ''}${written(from, to)}`, from, to, isApproximate };
}

/** YYYY-MM-DD of a `Date` with year, month and day, of which the last two may be missing. */
export function dayOf(date: XmlElement | undefined, which: 'first' | 'last'): string | null {
  if (date === undefined) return null;
  const year = textAt(date, 'Year');
  const month = textAt(date, 'Month') || (which === 'first' ? '1' : '12');
  if (!/^\d{4}$/.test(year) || !/^(?:0?[1-9]|1[0-2])$/.test(month)) return null;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const day = Number(textAt(date, 'Day') || (which === 'first' ? '1' : days));
  if (!Number.isInteger(day) || day < 1 || day > days) return null;
  return `${year}-${twoDigits(Number(month))}-${twoDigits(day)}`;
}

/** The file gives numbers only: one day, one year, or both ends. */
function written(from: string, to: string): string {
  if (from === to) return from;
  const year = from.slice(0, 4);
  return from === `${year}-01-01` && to === `${year}-12-31` ? year : `${from} to ${to}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
