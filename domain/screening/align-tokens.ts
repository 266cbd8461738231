import type { Token } from './compared-name.ts';
import { editDistance } from './edit-distance.ts';

export type PairCode = 'sameWord' | 'sameSound' | 'similarWord' | 'joinedWords' | 'initial';

/** Words of the query set against words of the listed name. */
export interface Pair {
  readonly code: PairCode;
  readonly listed: readonly Token[];
  /** 0 to 1 */
  readonly similarity: number;
}

export interface Alignment {
  readonly pairs: readonly Pair[];
  readonly unmatchedQuery: readonly Token[];
  readonly unmatchedListed: readonly Token[];
}

interface Loose {
  readonly query: Token[];
  readonly listed: Token[];
}

/** Sets the words of two names against each other in any order: the surest pairs first, each word once. */
export function alignTokens(query: readonly Token[], listed: readonly Token[]): Alignment {
  const loose: Loose = { query: [...query], listed: [...listed] };
  const pairs = [
    ...pairUp(loose, (a, b) => a.text === b.text, { code: 'sameWord', similarity: 1 }),
    ...pairUp(loose, (a, b) => a.fold === b.fold, { code: 'sameSound', similarity: 0.97 }),
    ...pairJoined(loose),
    ...pairSimilar(loose),
    ...pairInitials(loose),
  ];
  return { pairs, unmatchedQuery: loose.query, unmatchedListed: loose.listed };
}

function pairUp(
  loose: Loose,
  isPair: (query: Token, listed: Token) => boolean,
  kind: { readonly code: PairCode; readonly similarity: number },
): Pair[] {
  const pairs: Pair[] = [];
  for (const token of [...loose.query]) {
    const index = loose.listed.findIndex((candidate) => isPair(token, candidate));
    const partner = loose.listed[index];
    if (partner === undefined) continue;
    take(loose, [token], [partner]);
    pairs.push({ ...kind, listed: [partner] });
  }
  return pairs;
}

/** A blank lost or added: one word on one side is two on the other, one letter of difference allowed in long words. */
function pairJoined(loose: Loose): Pair[] {
  const pairs: Pair[] = [];
  const found = (query: readonly Token[], listed: readonly Token[]) => {
    take(loose, query, listed);
    pairs.push({ code: 'joinedWords', listed, similarity: 0.96 });
  };
  for (const whole of [...loose.query]) {
    const parts = partsOf(whole, loose.listed);
    if (parts !== null) found([whole], parts);
  }
  for (const whole of [...loose.listed]) {
    const parts = partsOf(whole, loose.query);
    if (parts !== null) found(parts, [whole]);
  }
  return pairs;
}

const shortestJoined = 4;
const longEnoughForSlip = 8;

function partsOf(whole: Token, among: readonly Token[]): readonly [Token, Token] | null {
  if (whole.text.length < shortestJoined) return null;
  const limit = whole.text.length >= longEnoughForSlip ? 1 : 0;
  for (const first of among) {
    for (const second of among) {
      if (first === second) continue;
      const difference = first.text.length + second.text.length - whole.text.length;
      if (Math.abs(difference) > limit || first.text.charCodeAt(0) !== whole.text.charCodeAt(0)) continue;
      if (editDistance(first.text + second.text, whole.text, limit) <= limit) return [first, second];
    }
  }
  return null;
}

function pairSimilar(loose: Loose): Pair[] {
  const candidates = loose.query.flatMap((query) =>
    loose.listed.map((listed) => ({ query, listed, similarity: similarityOf(query, listed) })),
  );
  const pairs: Pair[] = [];
  for (const { query, listed, similarity } of candidates.sort((a, b) => b.similarity - a.similarity)) {
    if (similarity === 0 || !loose.query.includes(query) || !loose.listed.includes(listed)) continue;
    take(loose, [query], [listed]);
    pairs.push({ code: 'similarWord', listed: [listed], similarity });
  }
  return pairs;
}

/** 0 when the two are different words. Numbers are the same or different, never similar. */
function similarityOf(a: Token, b: Token): number {
  const shorter = Math.min(a.text.length, b.text.length);
  if (shorter < 3 || a.hasDigits || b.hasDigits) return 0;
  const limit = shorter >= 6 ? 2 : 1;
  if (lettersApart(a, b) > limit) return 0;
  const distance = Math.min(
    editDistance(a.text, b.text, limit),
    a.fold.length < 3 || b.fold.length < 3 ? limit + 1 : editDistance(a.fold, b.fold, limit) + 0.25,
  );
  return distance > limit ? 0 : 1 - distance / Math.max(a.text.length, b.text.length);
}

/** Letters of sound that only one of the two has: a lower bound of the edit distance, at the price of two operations. */
function lettersApart(a: Token, b: Token): number {
  return Math.max(bitCount(a.letters & ~b.letters), bitCount(b.letters & ~a.letters));
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** A listed initial stands for too many names to earn what an initial in the query earns. */
function pairInitials(loose: Loose): Pair[] {
  return [
    ...pairUp(loose, (query, listed) => isInitial(query, listed), { code: 'initial', similarity: 0.8 }),
    ...pairUp(loose, (query, listed) => isInitial(listed, query), { code: 'initial', similarity: 0.5 }),
  ];
}

function isInitial(short: Token, long: Token): boolean {
  return short.text.length === 1 && long.text.length > 1 && long.text.startsWith(short.text);
}

function take(loose: Loose, query: readonly Token[], listed: readonly Token[]): void {
  for (const token of query) loose.query.splice(loose.query.indexOf(token), 1);
  for (const token of listed) loose.listed.splice(loose.listed.indexOf(token), 1);
}
