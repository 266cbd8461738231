import { entryDigest } from '../entry-digest.ts';
import type { ListedKind, ListEntry } from '../list-entry.ts';
import { entryKey } from '../listed-entry.ts';
import { percent, type Refusal } from './list-refusal.ts';

/** How far what a list says of the parties that stay may change from one publication to the next. Shares from 0 to 1. */
export interface ChangePolicy {
  /** Of the parties of both of which anything else is said now, of what screening looks at. */
  readonly largestChangedShare: number;
  /** Of the facts of those parties that are said of them no more. */
  readonly largestFactLossShares: Readonly<Record<FactField, number>>;
}

export const factFields = ['names', 'countries', 'birthDates', 'identifiers'] as const;
export type FactField = (typeof factFields)[number];

interface Pair {
  readonly before: ListEntry;
  readonly after: ListEntry;
}

/** What is lost of the parties that both publications hold; who left and who came is counted elsewhere. */
export function lostFacts(
  before: readonly ListEntry[],
  after: readonly ListEntry[],
  policy: ChangePolicy,
): Refusal[] {
  const earlier = new Map(before.map((entry) => [entryKey(entry), entry]));
  const pairs = after.flatMap((entry): Pair[] => {
    const known = earlier.get(entryKey(entry));
    return known === undefined ? [] : [{ before: known, after: entry }];
  });
  return [
    ...factFields.flatMap((field) => lossOf(field, pairs, policy.largestFactLossShares[field])),
    ...changes(pairs, policy.largestChangedShare),
  ];
}

function lossOf(field: FactField, pairs: readonly Pair[], largestShare: number): Refusal[] {
  let [facts, lost] = [0, 0];
  for (const { before, after } of pairs) {
    const now = new Set(factsOf(after, field));
    const then = factsOf(before, field);
    facts += then.length;
    lost += then.filter((fact) => !now.has(fact)).length;
  }
  if (lost <= facts * largestShare) return [];
  const detail = `${lost} of ${facts} ${field} are said of their parties no more, at most ${percent(largestShare)} expected`;
  return [{ because: 'factsLost', detail }];
}

function factsOf(entry: ListEntry, field: FactField): readonly string[] {
  switch (field) {
    case 'names':
      return entry.names.map(({ text }) => text);
    case 'countries':
      return entry.countries;
    case 'birthDates':
      return entry.birthDates.map(({ from, to }) => `${from} ${to}`);
    case 'identifiers':
      return entry.identifiers.map(({ value }) => value);
  }
}

function changes(pairs: readonly Pair[], largestShare: number): Refusal[] {
  const changed = pairs.filter(({ before, after }) => digest(before) !== digest(after)).length;
  if (changed <= pairs.length * largestShare) return [];
  const detail = `${changed} of ${pairs.length} parties say something else now, at most ${percent(largestShare)} expected`;
  return [{ because: 'rewritten', detail }];
}

/** Without scripts, which OFAC's XML tells and its CSV does not: a list read from the other form is no other list. */
function digest(entry: ListEntry): string {
  const names = entry.names.map(({ text, quality, role }) => ({ text, quality, role }));
  return entryDigest({ ...entry, names });
}

/** Kinds of which more parties are gone than may be, so that one kind cannot vanish behind the others. */
export function lostKinds(
  before: readonly ListEntry[],
  after: readonly ListEntry[],
  largestShare: number,
): Refusal[] {
  const kinds = [...new Set(before.map(({ kind }) => kind))].sort();
  const count = (entries: readonly ListEntry[], kind: ListedKind) =>
    entries.filter((entry) => entry.kind === kind).length;
  return kinds.flatMap((kind) => {
    const [then, now] = [count(before, kind), count(after, kind)];
    const detail = `${then} parties of the kind ${kind} became ${now}`;
    return now < then * (1 - largestShare) ? [{ because: 'shrunk', detail }] : [];
  });
}
