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

export interface ListGatePolicy {
  /** A fall in the number of parties, or of names, by a larger share (0 to 1) is refused until a person has looked. */
  readonly largestShrinkShare: number;
}

export type ListVerdict =
  | { readonly verdict: 'accepted' }
  | {
      readonly verdict: 'refused';
      readonly because: 'empty' | 'shrunk' | 'olderThanCurrent' | 'anotherList';
      readonly detail: string;
    };

/** Whether a publication may take the place of the one in use. The same publication again is accepted. */
export function acceptList(
  current: ListSummary | null,
  candidate: ListSummary,
  policy: ListGatePolicy,
): ListVerdict {
  if (candidate.entries === 0) return refuse('empty', `${candidate.list} holds no party`);
  if (current === null) return { verdict: 'accepted' };
  if (candidate.list !== current.list) {
    return refuse('anotherList', `${candidate.list} cannot replace ${current.list}`);
  }
  if (isOlder(candidate, current)) {
    return refuse('olderThanCurrent', `${candidate.publishedOn} is before ${current.publishedOn}`);
  }
  const kept = 1 - policy.largestShrinkShare;
  if (candidate.entries < current.entries * kept) {
    return refuse('shrunk', `${current.entries} parties became ${candidate.entries}`);
  }
  // Most names stand in a file of their own, which can be cut short while every party is still there.
  if (candidate.names < current.names * kept) {
    return refuse('shrunk', `${current.names} names became ${candidate.names}`);
  }
  return { verdict: 'accepted' };
}

/** Days that nobody knows are in no order. */
function isOlder(one: ListSummary, other: ListSummary): boolean {
  return one.publishedOn !== null && other.publishedOn !== null && one.publishedOn < other.publishedOn;
}

function refuse(
  because: Extract<ListVerdict, { verdict: 'refused' }>['because'],
  detail: string,
): ListVerdict {
  return { verdict: 'refused', because, detail };
}
