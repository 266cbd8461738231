import type { LogDirectory } from './log-directory.ts';
import { hashLength, positionAt, rightEdge } from './tile-geometry.ts';
import { rootOfEdge } from './tree-hash.ts';
import { LogFault } from './verification.ts';

/** What somebody wrote down of the same log at an earlier time. */
export interface RememberedHead {
  readonly size: number;
  /** Hex. */
  readonly rootHash?: string;
}

/** A log only grows. Throws LogFault when this one is shorter than it was. */
export function requireSize(size: number, remembered: RememberedHead): void {
  if (size >= remembered.size) return;
  throw new LogFault(
    { path: 'checkpoint' },
    'the log is shorter than it was: entries were cut off, or an old copy was handed out',
    `at least ${remembered.size} entries`,
    `${size} entries`,
  );
}

/** Requires that the log begins with the remembered one. Its tiles must have been proven before. */
export async function requireBeginning(
  log: LogDirectory,
  size: number,
  { size: before, rootHash }: RememberedHead,
): Promise<void> {
  if (rootHash === undefined) return;
  const tiles = await Promise.all(
    rightEdge(before).map(async ({ level, index, width }) => {
      if (width === 0) return Buffer.alloc(0);
      const tile = await log.readTile(positionAt(size, level, index));
      return tile.subarray(0, width * hashLength);
    }),
  );
  const found = rootOfEdge(tiles).toString('hex');
  if (found === rootHash) return;
  throw new LogFault(
    { path: 'checkpoint' },
    `the log is signed, but its first ${before} entries are not the remembered ones: it was forked or rewritten`,
    `the root ${rootHash} at size ${before}`,
    `the root ${found}`,
  );
}
