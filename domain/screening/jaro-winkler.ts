/** Winkler's figures (1990): a common beginning of up to four letters, each worth a tenth of what is missing. */
const longestPrefix = 4;
const prefixShare = 0.1;

/** Likeness of two texts, 0 to 1, by the letters that stand in about the same place and by a common beginning. */
export function jaroWinkler(one: string, other: string): number {
  const jaro = jaroOf(one, other);
  let prefix = 0;
  while (prefix < longestPrefix && prefix < one.length && one[prefix] === other[prefix]) prefix += 1;
  return jaro + prefix * prefixShare * (1 - jaro);
}

function jaroOf(one: string, other: string): number {
  if (one === other) return one === '' ? 0 : 1;
  const window = Math.max(0, (Math.max(one.length, other.length) >> 1) - 1);
  const taken = new Set<number>();
  const common: string[] = [];
  for (let at = 0; at < one.length; at += 1) {
    const found = indexWithin(other, one.charAt(at), at - window, at + window, taken);
    if (found === undefined) continue;
    taken.add(found);
    common.push(one.charAt(at));
  }
  if (common.length === 0) return 0;
  const commonOfOther = Array.from(taken)
    .sort((a, b) => a - b)
    .map((at) => other.charAt(at));
  const outOfOrder = common.filter((letter, at) => letter !== commonOfOther[at]).length / 2;
  const count = common.length;
  return (count / one.length + count / other.length + (count - outOfOrder) / count) / 3;
}

function indexWithin(
  text: string,
  letter: string,
  from: number,
  to: number,
  taken: ReadonlySet<number>,
): number | undefined {
  for (let at = Math.max(0, from); at <= Math.min(to, text.length - 1); at += 1)
    if (!taken.has(at) && text.charAt(at) === letter) return at;
  return undefined;
}
