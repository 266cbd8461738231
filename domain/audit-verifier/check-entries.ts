import { bundleEntries, leafAt, type BundleEntry } from './bundle-leaves.ts';
import { readEntry } from './entry-form.ts';
import { EntrySequence } from './entry-sequence.ts';
import { explainEntry, type EntryProblem } from './explain-entry.ts';
import type { LogDirectory } from './log-directory.ts';
import { pathOf, positionAt, tileWidth } from './tile-geometry.ts';
import { trustedLeaves } from './trusted-leaves.ts';
import { LogFault } from './verification.ts';

interface Found {
  readonly fault: LogFault;
  /** How many entries before it are sound, as far as this pass could tell. */
  readonly after: number;
}

/**
 * Checks every entry against its proven leaf hash, its form, and its place among the entries of its subject. With
 * more than `entriesAtOnce` entries the log is read several times, each time for another share of the ids and
 * subjects, so that the memory stays bounded. Throws the LogFault of the lowest entry.
 */
export async function checkEntries(log: LogDirectory, size: number, entriesAtOnce: number): Promise<void> {
  const shares = Math.max(1, Math.ceil(size / entriesAtOnce));
  let lowest = null as Found | null;
  for (let share = 0; share < shares; share += 1) {
    const sequence = new EntrySequence(share, shares);
    lowest = (await findFault(log, size, lowest?.after ?? size, sequence)) ?? lowest;
  }
  if (lowest) throw lowest.fault;
}

/** The first fault among the entries before `end`. */
async function findFault(
  log: LogDirectory,
  size: number,
  end: number,
  sequence: EntrySequence,
): Promise<Found | null> {
  let after = 0;
  try {
    for await (const leaves of trustedLeaves(log, size)) {
      if (after >= end) return null;
      const position = positionAt(size, -1, leaves.index);
      for (const entry of bundleEntries(await log.readBundle(position), position)) {
        if (after >= end) return null;
        checkEntry(entry, leafAt(leaves.hashes, entry.index % tileWidth), pathOf(position), sequence);
        after += 1;
      }
    }
  } catch (error) {
    if (error instanceof LogFault) return { fault: error, after };
    throw error;
  }
  return null;
}

function checkEntry(entry: BundleEntry, trusted: Buffer, path: string, sequence: EntrySequence): void {
  const problem = leafProblem(entry, trusted) ?? formProblem(entry, sequence);
  if (!problem) return;
  throw new LogFault({ entry: entry.index, path }, problem.because, problem.expected, problem.found);
}

function leafProblem({ leaf }: BundleEntry, trusted: Buffer): EntryProblem | null {
  if (leaf.equals(trusted)) return null;
  return {
    because: 'the entry is not the one that the signed root commits to',
    expected: `the leaf hash ${trusted.toString('hex')}`,
    found: `the leaf hash ${leaf.toString('hex')}`,
  };
}

function formProblem({ text }: BundleEntry, sequence: EntrySequence): EntryProblem | null {
  const facts = readEntry(text);
  return facts ? sequence.next(facts) : explainEntry(text);
}
