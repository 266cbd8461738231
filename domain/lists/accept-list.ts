import { compareEntries } from './compare-entries.ts';
import { percent, type ListRefusal, type Refusal } from './gate/list-refusal.ts';
import { hollowness, type SubstancePolicy } from './gate/list-substance.ts';
import { lostFacts, lostKinds, type ChangePolicy } from './gate/lost-facts.ts';
import type { ListEntry } from './list-entry.ts';
import { remarksShare, type ReadList } from './read-list.ts';

/** What the gate needs to know of a list, and what a decision keeps of it. */
export interface ListSummary {
  readonly list: string;
  /** See `listDigest`. */
  readonly digest: string;
  /** YYYY-MM-DD, or YYYY-MM where the day is not known; `null` where neither the files nor anybody says. */
  readonly publishedOn: string | null;
  readonly entries: number;
  readonly names: number;
}

/** All shares are from 0 to 1. What is beyond a limit is refused until a person has looked. */
export interface ListGatePolicy extends SubstancePolicy, ChangePolicy {
  /** The fewest parties that the list can have. */
  readonly minimumEntries: number;
  /** Of the parties, of those of each kind, or of the names, that the list in use has and the new one has not. */
  readonly largestLossShare: number;
  /** Of new parties, against those that the list in use has. */
  readonly largestGainShare: number;
  /** Of the segments of OFAC's remarks that must be understood. */
  readonly lowestRemarksShare: number;
  /** Primary names of parties that must be on it. */
  readonly sentinels: readonly string[];
}

/** The list in use. With its entries, losses and gains are counted party by party, else by the totals alone. */
export interface ListInUse {
  readonly summary: ListSummary;
  readonly entries?: readonly ListEntry[];
}

export type PublishedList = Pick<ReadList, 'summary' | 'entries' | 'remarks' | 'absent'>;

export type ListVerdict =
  | { readonly verdict: 'accepted' }
  | { readonly verdict: 'refused'; readonly because: ListRefusal; readonly detail: string };

/** Whether a publication may take the place of the one in use. The same publication again is accepted. */
export function acceptList(
  current: ListInUse | null,
  candidate: PublishedList,
  policy: ListGatePolicy,
): ListVerdict {
  // All questions are asked, so that a limit nobody reads cannot hide; the first that fails is told.
  const [refusal] = [
    ...refusalsOfItself(candidate, policy),
    ...(current === null ? [] : refusalsBeside(current, candidate, policy)),
  ];
  return refusal === undefined ? { verdict: 'accepted' } : { verdict: 'refused', ...refusal };
}

/** What is wrong with the publication, whatever came before. */
function refusalsOfItself(candidate: PublishedList, policy: ListGatePolicy): Refusal[] {
  const { summary, entries, absent } = candidate;
  const refusals: Refusal[] = [];
  if (summary.entries === 0) refusals.push({ because: 'empty', detail: `${summary.list} holds no party` });
  if (absent.length > 0) {
    refusals.push({ because: 'incomplete', detail: `it came without ${absent.join(', ')}` });
  }
  if (summary.entries < policy.minimumEntries) {
    const detail = `${summary.entries} parties, at least ${policy.minimumEntries} expected`;
    refusals.push({ because: 'tooFew', detail });
  }
  const primary = new Set(entries.map(({ names }) => names[0]?.text));
  const missing = policy.sentinels.filter((name) => !primary.has(name));
  if (missing.length > 0) {
    refusals.push({ because: 'sentinelMissing', detail: `not on it: ${missing.join('; ')}` });
  }
  const share = remarksShare(candidate);
  if (share !== null && share < policy.lowestRemarksShare) {
    refusals.push({ because: 'readsBadly', detail: `${percent(share)} of the remarks were understood` });
  }
  return [...refusals, ...hollowness(entries, policy)];
}

/** What is wrong with it beside the list that it would replace. */
function refusalsBeside(current: ListInUse, candidate: PublishedList, policy: ListGatePolicy): Refusal[] {
  const [before, after] = [current.summary, candidate.summary];
  const refusals: Refusal[] = [];
  if (after.list !== before.list) {
    refusals.push({ because: 'anotherList', detail: `${after.list} cannot replace ${before.list}` });
  }
  if (isOlder(after, before)) {
    const detail = `${after.publishedOn} is before ${before.publishedOn}`;
    refusals.push({ because: 'olderThanCurrent', detail });
  }
  refusals.push(...movedTooFar(current, candidate, policy));
  if (current.entries === undefined) return refusals;
  return [
    ...refusals,
    ...lostKinds(current.entries, candidate.entries, policy.largestLossShare),
    ...lostFacts(current.entries, candidate.entries, policy),
  ];
}

function movedTooFar(current: ListInUse, candidate: PublishedList, policy: ListGatePolicy): Refusal[] {
  const [before, after] = [current.summary, candidate.summary];
  const { lost, gained } = movement(current, candidate);
  const refusals: Refusal[] = [];
  if (lost > before.entries * policy.largestLossShare) {
    refusals.push({ because: 'shrunk', detail: `${lost} of ${before.entries} parties are gone` });
  }
  // Most names stand in a file of their own, which can be cut short while every party is still there.
  if (after.names < before.names * (1 - policy.largestLossShare)) {
    refusals.push({ because: 'shrunk', detail: `${before.names} names became ${after.names}` });
  }
  if (gained > before.entries * policy.largestGainShare) {
    refusals.push({ because: 'grown', detail: `${gained} parties are new beside ${before.entries}` });
  }
  return refusals;
}

function movement(current: ListInUse, candidate: PublishedList): { lost: number; gained: number } {
  if (current.entries !== undefined) {
    const { added, removed } = compareEntries(current.entries, candidate.entries);
    return { lost: removed.length, gained: added.length };
  }
  const change = candidate.summary.entries - current.summary.entries;
  return { lost: Math.max(0, -change), gained: Math.max(0, change) };
}

/** Days that nobody knows are in no order; a month and a day within it are in none either. */
function isOlder(one: ListSummary, other: ListSummary): boolean {
  if (one.publishedOn === null || other.publishedOn === null) return false;
  const known = Math.min(one.publishedOn.length, other.publishedOn.length);
  return one.publishedOn.slice(0, known) < other.publishedOn.slice(0, known);
}
