/** Write units of one item: 1 KB each, at least one. A transaction takes them twice. */
export function writeUnits(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / 1024));
}

export type ReadConsistency = 'eventual' | 'strong' | 'transaction';

const halfUnitsPerBlock = { eventual: 1, strong: 2, transaction: 4 } as const satisfies Record<
  ReadConsistency,
  number
>;

/** Half read units of `bytes` read: 4 KB each, at least one. Halves, so that an eventually consistent read stays whole. */
export function halfReadUnits(bytes: number, consistency: ReadConsistency): number {
  return Math.max(1, Math.ceil(bytes / 4096)) * halfUnitsPerBlock[consistency];
}
