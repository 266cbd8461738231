/** Which letters a word holds, one bit each; the ten digits share the six that are left. */
export function letterBits(word: string): number {
  let bits = 0;
  for (let index = 0; index < word.length; index += 1) {
    const code = word.charCodeAt(index);
    bits |= 1 << (code >= 97 ? code - 97 : 26 + (code % 6));
  }
  return bits;
}

/** Whether two words may be so many edits apart: each edit takes a letter away, brings one, or both. */
export function mayBeNear(one: number, other: number, edits: number): boolean {
  let apart = one ^ other;
  for (let left = 2 * edits; apart !== 0; left -= 1) {
    if (left === 0) return false;
    apart &= apart - 1;
  }
  return true;
}
