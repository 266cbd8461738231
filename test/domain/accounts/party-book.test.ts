import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyPartyChange,
  emptyPartyBook,
  type PartyBook,
  type PartyChange,
} from '../../../domain/accounts/party-book.ts';

const bookOf = (...changes: PartyChange[]): PartyBook =>
  changes.reduce((book, change) => applyPartyChange(book, change).book, emptyPartyBook);

const present = (book: PartyBook): string[] =>
  book.owners.filter((owner) => owner.present).map((owner) => owner.id);

/** What the tombstones of a book stand for: a removed owner and one never heard of are the same to a reader. */
const meaning = (book: PartyBook) => ({
  customer: book.customer,
  owners: book.owners.filter((owner) => owner.present),
  ownersSetAt: book.ownersSetAt,
});

describe('the party book of an account', () => {
  it('keeps both owners when the later one arrives first', () => {
    const first: PartyChange = { kind: 'ownerAdded', sequence: 2, owner: 'a' };
    const second: PartyChange = { kind: 'ownerAdded', sequence: 3, owner: 'b' };
    expect(present(bookOf(second, first))).toEqual(['a', 'b']);
  });

  it('does not bring back an owner removed by a newer event', () => {
    const added: PartyChange = { kind: 'ownerAdded', sequence: 2, owner: 'a' };
    const removed: PartyChange = { kind: 'ownerRemoved', sequence: 3, owner: 'a' };
    expect(present(bookOf(removed, added))).toEqual([]);
  });

  it('knows owners that arrive before their account', () => {
    const book = bookOf({ kind: 'ownerAdded', sequence: 2, owner: 'a' });
    expect(book).toMatchObject({ customer: null, owners: [{ id: 'a', present: true }] });
  });

  it('leaves owners alone when a snapshot does not speak of them', () => {
    const book = bookOf(
      { kind: 'snapshot', sequence: 1, customer: 'c', owners: ['a'] },
      { kind: 'snapshot', sequence: 2, customer: 'c' },
    );
    expect(present(book)).toEqual(['a']);
  });

  it('says that a repeated or late event changed nothing', () => {
    const change: PartyChange = { kind: 'snapshot', sequence: 4, customer: 'c', owners: [] };
    const book = bookOf(change);
    expect(applyPartyChange(book, change)).toEqual({ book, news: [], changed: false });
    expect(applyPartyChange(book, { ...change, sequence: 3 }).changed).toBe(false);
  });

  it('is the same for every order and repetition of the same events', () => {
    const owner = fc.constantFrom('a', 'b', 'c');
    const change = fc.oneof(
      fc.record({ kind: fc.constant('snapshot' as const), customer: owner, owners: fc.uniqueArray(owner) }),
      fc.record({ kind: fc.constant('snapshot' as const), customer: owner }),
      fc.record({ kind: fc.constantFrom('ownerAdded' as const, 'ownerRemoved' as const), owner }),
    );
    const history = fc
      .array(change, { minLength: 1, maxLength: 8 })
      .map((changes) => changes.map((one, index): PartyChange => ({ ...one, sequence: index + 1 })));
    const shuffled = history.chain((changes) =>
      fc.tuple(
        fc.constant(changes),
        fc.shuffledSubarray([...changes, ...changes], { minLength: changes.length * 2 }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([inOrder, disordered]) => {
        expect(meaning(bookOf(...disordered))).toEqual(meaning(bookOf(...inOrder)));
      }),
      { seed: 7302, numRuns: 500 },
    );
  });
});
