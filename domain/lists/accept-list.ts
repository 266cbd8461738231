import { compareEntries } from './compare-entries.ts';
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
export interface ListGatePolicy {
  /** The fewest parties that the list can have. */
  readonly minimumEntries: number;
  /** Of the parties, or of the names, that the list in use has and the new one has not. */
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

export type ListCandidate = Pick<ReadList, 'summary' | 'entries' | 'remarks' | 'absent'>;

export type ListRefusal =
  | 'anotherList'
  | 'empty'
  | 'grown'
  | 'incomplete'
  | 'olderThanCurrent'
  | 'readsBadly'
  | 'sentinelMissing'
  | 'shrunk'
  | 'tooFew';

export type ListVerdict =
  | { readonly verdict: 'accepted' }
  | { readonly verdict: 'refused'; readonly because: ListRefusal; readonly detail: string };

/** Whether a publication may take the place of the one in use. The same publication again is accepted. */
export function acceptList(
  current: ListInUse | null,
  candidate: ListCandidate,
  policy: ListGatePolicy,
): ListVerdict {
  const refusal =
    refusalOfItself(candidate, policy) ?? (current && refusalBeside(current, candidate, policy));
  return refusal === null ? { verdict: 'accepted' } : { verdict: 'refused', ...refusal };
}

interface Refusal {
  readonly because: ListRefusal;
  readonly detail: string;
}

/** What is wrong with the publication, whatever came before. */
function refusalOfItself(candidate: ListCandidate, policy: ListGatePolicy): Refusal | null {
  const { summary, entries, absent } = candidate;
  if (summary.entries === 0) return { because: 'empty', detail: `${summary.list} holds no party` };
  if (absent.length > 0) return { because: 'incomplete', detail: `it came without ${absent.join(', ')}` };
  if (summary.entries < policy.minimumEntries) {
    return {
      because: 'tooFew',
      detail: `${summary.entries} parties, at least ${policy.minimumEntries} expected`,
    };
  }
  const primary = new Set(entries.map(({ names }) => names[0]?.text));
  const missing = policy.sentinels.filter((name) => !primary.has(name));
  if (missing.length > 0) return { because: 'sentinelMissing', detail: `not on it: ${missing.join('; ')}` };
  const share = remarksShare(candidate);
  if (share !== null && share < policy.lowestRemarksShare) {
    return { because: 'readsBadly', detail: `${percent(share)} of the remarks were understood` };
  }
  return null;
}

/** What is wrong with it beside the list that it would replace. */
function refusalBeside(current: ListInUse, candidate: ListCandidate, policy: ListGatePolicy): Refusal | null {
  const [before, after] = [current.summary, candidate.summary];
  if (after.list !== before.list) {
    return { because: 'anotherList', detail: `${after.list} cannot replace ${before.list}` };
  }
  if (isOlder(after, before)) {
    return { because: 'olderThanCurrent', detail: `${after.publishedOn} is before ${before.publishedOn}` };
  }
  const { lost, gained } = movement(current, candidate);
  if (lost > before.entries * policy.largestLossShare) {
    return { because: 'shrunk', detail: `${lost} of ${before.entries} parties are gone` };
  }
  // Most names stand in a file of their own, which can be cut short while every party is still there.
  if (after.names < before.names * (1 - policy.largestLossShare)) {
    return { because: 'shrunk', detail: `${before.names} names became ${after.names}` };
  }
  if (gained > before.entries * policy.largestGainShare) {
    return { because: 'grown', detail: `${gained} parties are new beside ${before.entries}` };
  }
  return null;
}

function movement(current: ListInUse, candidate: ListCandidate): { lost: number; gained: number } {
  if (current.entries !== undefined) {
    const { added, removed } = compareEntries(current.entries, candidate.entries);
    return { lost: removed.length, gained: added.length };
  }
  const change = candidate.summary.entries - current.summary.entries;
  return { lost: Math.max(0, -change), gained: Math.max(0, change) };
}

/** Days that nobody knows are in no order. */
function isOlder(one: ListSummary, other: ListSummary): boolean {
  return one.publishedOn !== null && other.publishedOn !== null && one.publishedOn < other.publishedOn;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
