import { InvalidArgumentError } from 'commander';

/** Reads a whole number within bounds; commander says which option it was for. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`);
  };
}

/** Reads a score or another share of one; 0 would match everybody with everybody. */
export function shareOfOne(text: string): number {
  const share = Number(text);
  if (/^\d?(?:\.\d+)?$/.test(text) && share > 0 && share <= 1) return share;
  throw new InvalidArgumentError('Expected a number above 0 and up to 1, such as 0.7.');
}

export function publicationDay(text: string): string {
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(text)) return text;
  throw new InvalidArgumentError('Expected YYYY-MM-DD, or YYYY-MM where the day is not known.');
}

/** Names one of a few; the message lists them. */
export function oneOf<T extends string>(...names: readonly T[]): (text: string) => T {
  return (text) => {
    const found = names.find((name) => name === text);
    if (found !== undefined) return found;
    throw new InvalidArgumentError(`Expected ${names.join(' or ')}.`);
  };
}

export function webAddress(text: string): string {
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError('Expected an http or https address.');
}

export function calendarDay(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new InvalidArgumentError('Expected a day as YYYY-MM-DD.');
}

export interface MatchName {
  readonly party: string;
  readonly list: string;
  readonly entryId: string;
}

/** Reads which party is not which listed one; none of the three ids holds a slash. */
export function matchName(text: string): MatchName {
  const [party, list, entryId, ...rest] = text.split('/');
  if (party && list && entryId && rest.length === 0) return { party, list, entryId };
  throw new InvalidArgumentError('Expected PARTY/LIST/ENTRY, such as p_1/ofac-sdn/36.');
}
