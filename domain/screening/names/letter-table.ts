/** Reads `letter latin` pairs parted by bars; a letter may stand for nothing. */
export function letterTable(pairs: string): ReadonlyMap<string, string> {
  return new Map(
    pairs.split('|').map((pair) => {
      const [letter = '', latin = ''] = pair.trim().split(' ');
      return [letter, latin] as const;
    }),
  );
}
