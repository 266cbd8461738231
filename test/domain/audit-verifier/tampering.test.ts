import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditEntryText } from '../../../domain/audit/audit-entry.ts';
import { auditEntries, auditEntry } from '../audit/audit-entries.ts';
import {
  bundlePathOf,
  changeFile,
  repack,
  signedLog,
  slotAt,
  verifyFiles,
  withoutFile,
  type LogFiles,
} from './log-files.ts';

const seed = 6962;

interface Log {
  readonly size: number;
  readonly leaves: readonly Buffer[];
  readonly files: LogFiles;
}

const largest = auditEntries(700).map((entry) => Buffer.from(auditEntryText(entry)));
const stranger = Buffer.from(
  auditEntryText(auditEntry({ subject: { kind: 'case', id: 'c_1', revision: 1 } })),
);

/** Sizes around the edges of tiles, of which two levels exist from 256 on, and sizes in between. */
const sizes = fc.oneof(
  fc.constantFrom(1, 2, 255, 256, 257, 511, 512, 513),
  fc.integer({ min: 1, max: largest.length }),
);
const logs = sizes.map((size): Promise<Log> => {
  const leaves = largest.slice(0, size);
  return signedLog(leaves).then((files) => ({ size, leaves, files }));
});

/** `share` of the way through `count` things. */
const pick = (share: number, count: number): number => Math.min(count - 1, Math.floor(share * count));
const share = fc.double({ min: 0, max: 1, noNaN: true });

function forAnyLog(numRuns: number, rule: (log: Log, a: number, b: number) => Promise<void>): Promise<void> {
  return fc.assert(
    fc.asyncProperty(logs, share, share, async (log, a, b) => rule(await log, a, b)),
    { seed, numRuns },
  );
}

function expectEntryNamed(log: Log, tampered: LogFiles, entry: number): Promise<void> {
  return expect(verifyFiles(tampered)).resolves.toMatchObject({
    verdict: 'failed',
    place: { entry, path: bundlePathOf(Math.min(entry, log.size - 1), log.size) },
  });
}

describe('the verifier', () => {
  it('verifies an untouched log of any size', async () => {
    await forAnyLog(60, async ({ size, files }) => {
      expect(await verifyFiles(files)).toMatchObject({ verdict: 'verified', size });
    });
  });

  it('names the file, and in a bundle the entry, of any flipped bit', async () => {
    await forAnyLog(400, async ({ files }, a, b) => {
      const path = [...files.keys()][pick(a, files.size)] ?? '';
      const bytes = files.get(path) ?? Buffer.alloc(0);
      const bit = pick(b, bytes.length * 8);
      const offset = Math.floor(bit / 8);
      const tampered = changeFile(files, path, (copy) => {
        copy[offset] = (copy[offset] ?? 0) ^ (1 << (bit % 8));
        return copy;
      });
      const index = Number(/^tile\/entries\/(\d+)/.exec(path)?.[1] ?? Number.NaN);
      const entry = Number.isNaN(index) ? {} : { entry: index * 256 + slotAt(bytes, offset) };
      expect(await verifyFiles(tampered)).toMatchObject({ verdict: 'failed', place: { path, ...entry } });
    });
  });

  it('names the place of a removed entry, the bundles written anew without it', async () => {
    await forAnyLog(40, async (log, a) => {
      const entry = pick(a, log.size);
      await expectEntryNamed(log, repack(log.files, log.size, log.leaves.toSpliced(entry, 1)), entry);
    });
  });

  it('names the place of an inserted entry', async () => {
    await forAnyLog(40, async (log, a) => {
      const entry = pick(a, log.size);
      await expectEntryNamed(
        log,
        repack(log.files, log.size, log.leaves.toSpliced(entry, 0, stranger)),
        entry,
      );
    });
  });

  it('names the entry behind the last one of a bundle that was made longer', async () => {
    await forAnyLog(20, async ({ size, files }, a) => {
      const path = bundlePathOf(pick(a, size), size);
      const last = Math.min(size, (Math.floor(pick(a, size) / 256) + 1) * 256);
      const tampered = changeFile(files, path, (bytes) =>
        Buffer.concat([bytes, Buffer.from([0, stranger.length]), stranger]),
      );
      expect(await verifyFiles(tampered)).toMatchObject({ verdict: 'failed', place: { entry: last, path } });
    });
  });

  it('names the first of two entries that changed places', async () => {
    await forAnyLog(40, async (log, a, b) => {
      const [first = 0, second = 0] = [pick(a, log.size), pick(b, log.size)].sort((x, y) => x - y);
      if (first === second) return;
      const swapped = log.leaves
        .with(first, log.leaves[second] ?? stranger)
        .with(second, log.leaves[first] ?? stranger);
      await expectEntryNamed(log, repack(log.files, log.size, swapped), first);
    });
  });

  it('names the first entry that a shortened bundle does not hold whole', async () => {
    await forAnyLog(40, async (log, a, b) => {
      const path = bundlePathOf(pick(a, log.size), log.size);
      const bytes = log.files.get(path) ?? Buffer.alloc(0);
      const length = pick(b, bytes.length);
      const entry = Math.floor(pick(a, log.size) / 256) * 256 + slotAt(bytes, length);
      await expectEntryNamed(
        log,
        changeFile(log.files, path, () => bytes.subarray(0, length)),
        entry,
      );
    });
  });

  it('names a tile that was shortened, and any file that is missing', async () => {
    await forAnyLog(40, async ({ files }, a) => {
      const tiles = [...files.keys()].filter((path) => /^tile\/\d/.test(path));
      const tile = tiles[pick(a, tiles.length)] ?? '';
      const short = changeFile(files, tile, (bytes) => bytes.subarray(0, -32));
      expect(await verifyFiles(short)).toMatchObject({ verdict: 'failed', place: { path: tile } });
      const paths = [...files.keys()].filter((path) => path !== 'log.vkey');
      const missing = paths[pick(a, paths.length)] ?? '';
      expect(await verifyFiles(withoutFile(files, missing))).toMatchObject({
        verdict: 'failed',
        place: { path: missing },
      });
    });
  });
});
