/**
 * Damerau-Levenshtein distance in its optimal-alignment form: insert, delete, replace, swap neighbours, each 1.
 * Stops counting above `limit` and then answers `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let smallest = row;
    for (let column = 1; column <= b.length; column += 1) {
      const cost = cheapest(a, b, row, column, last, beforeLast, current);
      current.push(cost);
      if (cost < smallest) smallest = cost;
    }
    if (smallest > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[b.length] ?? limit + 1, limit + 1);
}

function cheapest(
  a: string,
  b: string,
  row: number,
  column: number,
  last: readonly number[],
  beforeLast: readonly number[],
  current: readonly number[],
): number {
  const isSame = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
  const replaced = at(last, column - 1) + (isSame ? 0 : 1);
  const best = Math.min(replaced, at(last, column) + 1, at(current, column - 1) + 1);
  const isSwap =
    row > 1 &&
    column > 1 &&
    a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
    a.charCodeAt(row - 2) === b.charCodeAt(column - 1);
  return isSwap ? Math.min(best, at(beforeLast, column - 2) + 1) : best;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
