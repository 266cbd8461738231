/**
 * Who stands behind an account, as the sum of its events. Every party carries the sequence of the newest event that
 * touched it, and a removed owner stays as a tombstone: so the same set comes out whatever the order in which events
 * arrive, and however often.
 */
export interface PartyBook {
  readonly customer: PartyVersion | null;
  readonly owners: readonly OwnerVersion[];
  /** Sequence of the newest snapshot that said who the owners are; 0 when none has. */
  readonly ownersSetAt: number;
}

export interface PartyVersion {
  readonly id: string;
  readonly sequence: number;
}

export interface OwnerVersion extends PartyVersion {
  readonly present: boolean;
}

export const emptyPartyBook: PartyBook = { customer: null, owners: [], ownersSetAt: 0 };

/** What one event says about the parties, without what it says of each of them. */
export type PartyChange =
  | {
      readonly kind: 'snapshot';
      readonly sequence: number;
      readonly customer: string;
      readonly owners?: readonly string[];
    }
  | { readonly kind: 'ownerAdded' | 'ownerRemoved'; readonly sequence: number; readonly owner: string };

export interface AppliedChange {
  readonly book: PartyBook;
  /** Parties whose facts this event brings and that are now the newest. Empty for a late event. */
  readonly news: readonly string[];
  /** False when everything the event says was already overtaken. */
  readonly changed: boolean;
}

export function applyPartyChange(book: PartyBook, change: PartyChange): AppliedChange {
  return change.kind === 'snapshot' ? applySnapshot(book, change) : applyOwnerChange(book, change);
}

function applySnapshot(book: PartyBook, change: Extract<PartyChange, { kind: 'snapshot' }>): AppliedChange {
  const news: string[] = [];
  let next = book;
  if (change.sequence > (book.customer?.sequence ?? 0)) {
    next = { ...next, customer: { id: change.customer, sequence: change.sequence } };
    news.push(change.customer);
  }
  if (change.owners && change.sequence > book.ownersSetAt) {
    const named = new Set(change.owners);
    const known = new Map(book.owners.map((owner) => [owner.id, owner]));
    for (const id of new Set([...known.keys(), ...named])) {
      if (change.sequence <= (known.get(id)?.sequence ?? 0)) continue;
      known.set(id, { id, sequence: change.sequence, present: named.has(id) });
      if (named.has(id)) news.push(id);
    }
    next = { ...next, owners: inOrder(known.values()), ownersSetAt: change.sequence };
  }
  return { book: next, news, changed: next !== book };
}

function applyOwnerChange(
  book: PartyBook,
  change: Extract<PartyChange, { kind: 'ownerAdded' | 'ownerRemoved' }>,
): AppliedChange {
  const known = book.owners.find((owner) => owner.id === change.owner);
  // A snapshot that named the owners has spoken for every owner it leaves out, too.
  if (change.sequence <= Math.max(known?.sequence ?? 0, book.ownersSetAt))
    return { book, news: [], changed: false };
  const present = change.kind === 'ownerAdded';
  const others = book.owners.filter((owner) => owner.id !== change.owner);
  const owners = inOrder([...others, { id: change.owner, sequence: change.sequence, present }]);
  return { book: { ...book, owners }, news: present ? [change.owner] : [], changed: true };
}

function inOrder(owners: Iterable<OwnerVersion>): OwnerVersion[] {
  return [...owners].sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
}
