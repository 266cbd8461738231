import type { EntryKind, ListEntry } from '../list-entry.ts';
import { percent, type Refusal } from './list-refusal.ts';

/** What a list must hold whatever came before it. All shares are of its parties, 0 to 1. */
export interface SubstancePolicy {
  readonly lowestNamesPerParty: number;
  /** Of parties that have one at least. */
  readonly lowestShares: Readonly<Record<'countries' | 'birthDates' | 'identifiers', number>>;
  /** Of parties of a kind; 0 where a list does not tell kinds apart, or may be without one. */
  readonly lowestKindShares: Readonly<Record<EntryKind, number>>;
  /** Of parties that have one and the same spelling among their names. */
  readonly largestSameNameShare: number;
}

const fields = ['countries', 'birthDates', 'identifiers'] as const;

/** A replaced letter, which stands where bytes could not be read, and the letter of no meaning. */
const brokenLetters = /[\uFFFD\0]/;

/** Characters. No customer's name is long enough to be like a longer one; the longest of the lists at hand has 384. */
const longestName = 1_000;

/** What of a list's substance is not there: it can hold every party and say nothing of most. */
export function hollowness(entries: readonly ListEntry[], policy: SubstancePolicy): Refusal[] {
  return [
    ...brokenNames(entries),
    ...longNames(entries),
    ...thinness(entries, policy),
    ...oneNameForMany(entries, policy),
  ];
}

function brokenNames(entries: readonly ListEntry[]): Refusal[] {
  const broken = entries.filter(({ names }) => names.some(({ text }) => brokenLetters.test(text)));
  const detail = `${broken.length} parties with U+FFFD or NUL in a name, the first is ${broken[0]?.entryId}`;
  return broken.length === 0 ? [] : [{ because: 'brokenNames', detail }];
}

function longNames(entries: readonly ListEntry[]): Refusal[] {
  const long = entries.filter(({ names }) => names.some(({ text }) => text.length > longestName));
  const [first] = long;
  if (first === undefined) return [];
  const parties = `${long.length} parties with a name of more than ${longestName} characters`;
  const name = (first.names[0]?.text ?? '').slice(0, 60);
  return [{ because: 'nameTooLong', detail: `${parties}, the first is ${first.entryId} ("${name}")` }];
}

function thinness(entries: readonly ListEntry[], policy: SubstancePolicy): Refusal[] {
  const share = (has: (entry: ListEntry) => boolean) => entries.filter(has).length / entries.length;
  const shares = [
    ...fields.map((field) => ({
      what: `parties with ${field}`,
      found: share((entry) => entry[field].length > 0),
      least: policy.lowestShares[field],
    })),
    ...Object.entries(policy.lowestKindShares).map(([kind, least]) => ({
      what: `parties of the kind ${kind}`,
      found: share((entry) => entry.kind === kind),
      least,
    })),
  ].map(({ what, found, least }) => ({
    isTooThin: found < least,
    detail: `${percent(found)} ${what}, at least ${percent(least)} expected`,
  }));
  const names = entries.reduce((total, entry) => total + entry.names.length, 0) / entries.length;
  const least = policy.lowestNamesPerParty;
  const ofNames = {
    isTooThin: names < least,
    detail: `${names.toFixed(2)} names for each party, at least ${least} expected`,
  };
  return [ofNames, ...shares].flatMap(({ isTooThin, detail }) =>
    isTooThin ? [{ because: 'hollow', detail }] : [],
  );
}

function oneNameForMany(entries: readonly ListEntry[], policy: SubstancePolicy): Refusal[] {
  const [name, parties] = commonestName(entries);
  // There are namesakes: of a short list any two parties would be many.
  if (parties <= Math.max(2, entries.length * policy.largestSameNameShare)) return [];
  const detail = `${parties} of ${entries.length} parties share the name "${name.slice(0, 60)}"`;
  return [{ because: 'oneNameForMany', detail }];
}

function commonestName(entries: readonly ListEntry[]): [name: string, parties: number] {
  const parties = new Map<string, number>();
  for (const { names } of entries) {
    for (const name of new Set(names.map(({ text }) => text)))
      parties.set(name, (parties.get(name) ?? 0) + 1);
  }
  let commonest: [string, number] = ['', 0];
  for (const each of parties) if (each[1] > commonest[1]) commonest = each;
  return commonest;
}
