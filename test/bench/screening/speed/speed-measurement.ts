import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Elapsed, Rate } from './stopwatch.ts';

export interface SpeedMeasurement {
  /** Reading the index from the disk cache and making a screener of it. */
  readonly load: Elapsed;
  /** The first chunk of a process: nothing compiled, nothing remembered. */
  readonly cold: Rate;
  /** Other names after that. */
  readonly warmNewNames: Rate;
  /** The first chunk once more: what the matcher remembers of words helps. */
  readonly warmSameNames: Rate;
  /** After the first chunk. */
  readonly rssMb: number;
  readonly heapMb: number;
  readonly peakRssMb: number;
}

const program = fileURLToPath(new URL('run-in-fresh-process.ts', import.meta.url));

/** Loads an index in a process of its own and screens `chunk`, then `others`, then `chunk` again. */
export function measureInFreshProcess(
  index: Uint8Array,
  names: { readonly chunk: readonly string[]; readonly others: readonly string[] },
): SpeedMeasurement {
  const folder = mkdtempSync(join(tmpdir(), 'screening-bench-'));
  try {
    const [indexFile, namesFile] = [join(folder, 'index'), join(folder, 'names.json')];
    writeFileSync(indexFile, index);
    writeFileSync(namesFile, JSON.stringify(names));
    return JSON.parse(
      execFileSync(process.execPath, [program, indexFile, namesFile], { encoding: 'utf8' }),
    ) as SpeedMeasurement;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
