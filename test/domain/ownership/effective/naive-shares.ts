import {
  add,
  compare,
  divide,
  multiply,
  subtract,
  whole,
  zero,
  type Fraction,
} from '../../../../domain/ownership/fraction.ts';
import type { StatedNetwork, StatedStake } from '../../../../domain/ownership/effective/stated-stake.ts';

/** One choice of direct shares: owner → share, by entity. */
type Choice = ReadonlyMap<string, ReadonlyMap<string, Fraction>>;

/**
 * What the holder has of each entity under one choice: Gaussian elimination over the full matrix, without any of the
 * order, circles or primes of the code under test. Entities from which no way leads to the holder have nothing.
 */
export function naiveShares(
  entities: readonly string[],
  choice: Choice,
  holder: string,
): Map<string, Fraction> {
  const reach = new Set([holder]);
  for (let before = -1; before < reach.size;) {
    before = reach.size;
    for (const entity of entities) {
      for (const [owner, share] of choice.get(entity) ?? []) {
        if (compare(share, zero) > 0 && reach.has(owner)) reach.add(entity);
      }
    }
  }
  const unknowns = entities.filter((entity) => reach.has(entity) && entity !== holder);
  const matrix = unknowns.map((entity) => {
    const row = choice.get(entity);
    const left = unknowns.map((other) => subtract(other === entity ? whole : zero, row?.get(other) ?? zero));
    return [...left, row?.get(holder) ?? zero];
  });
  const solved = eliminated(matrix);
  return new Map(unknowns.map((entity, at) => [entity, solved[at] ?? zero]));
}

function eliminated(matrix: Fraction[][]): Fraction[] {
  const size = matrix.length;
  for (let column = 0; column < size; column += 1) {
    const pivot = matrix.findIndex((row, at) => at >= column && row[column]?.numerator !== 0n);
    const [upper, lower] = [matrix[column], matrix[pivot]];
    if (!upper || !lower) throw new RangeError('the naive matrix is singular; expected one solution');
    [matrix[column], matrix[pivot]] = [lower, upper];
    const lead = lower[column] ?? whole;
    const scaled = lower.map((value) => divide(value, lead));
    matrix[column] = scaled;
    matrix.forEach((row, at) => {
      const factor = row[column] ?? zero;
      if (at !== column && factor.numerator !== 0n)
        matrix[at] = row.map((value, index) => subtract(value, multiply(factor, scaled[index] ?? zero)));
    });
  }
  return matrix.map((row) => row[size] ?? zero);
}

const permutations = <T>(items: readonly T[]): T[][] =>
  items.length === 0
    ? [[]]
    : items.flatMap((item, at) =>
        permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]),
      );

/** Least shares, and what is left given out in one order of owners. The best choice for anybody is one of these. */
function choicesOf(stakes: readonly StatedStake[]): Map<string, Fraction>[] {
  return permutations(stakes).map((order) => {
    const shares = new Map(stakes.map(({ owner, share }) => [owner, share.minimum]));
    let room = stakes.reduce((rest, { share }) => subtract(rest, share.minimum), whole);
    for (const { owner, share } of order) {
      const width = subtract(share.maximum, share.minimum);
      const given = compare(width, room) < 0 ? width : room;
      shares.set(owner, add(shares.get(owner) ?? zero, given));
      room = subtract(room, given);
    }
    return shares;
  });
}

/** The ends of the holder's share in each entity, by trying every choice. One stake per pair, please. */
export function naiveBounds({ parties, stakes }: StatedNetwork, holder: string) {
  const entities = parties.filter(({ kind }) => kind === 'entity').map(({ id }) => id);
  const into = (entity: string) => stakes.filter(({ owned }) => owned === entity);
  const least: Choice = new Map(
    entities.map((entity) => [
      entity,
      new Map(into(entity).map(({ owner, share }) => [owner, share.minimum])),
    ]),
  );
  let choices = [new Map<string, Map<string, Fraction>>()];
  for (const entity of entities) {
    const own = choicesOf(into(entity));
    choices = choices.flatMap((choice) => own.map((shares) => new Map([...choice, [entity, shares]])));
  }
  const minimum = naiveShares(entities, least, holder);
  const solved = choices.map((choice) => naiveShares(entities, choice, holder));
  return new Map(
    entities
      .filter((entity) => entity !== holder)
      .map((entity) => {
        const all = solved.map((shares) => shares.get(entity) ?? zero);
        const maximum = all.reduce((most, share) => (compare(share, most) > 0 ? share : most), zero);
        return [entity, { minimum: minimum.get(entity) ?? zero, maximum }];
      }),
  );
}
