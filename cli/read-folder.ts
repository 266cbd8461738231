import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CouldNotTellError } from './outcome-errors.ts';

/** SDN_ADVANCED.XML had 122 MB in 2025; four times that is no list. */
const largestFileBytes = 512 * 1024 * 1024;

/**
 * The files of a folder, unpacked from gzip and named without `.gz`; sub-folders and READMEs are left alone.
 * @throws CouldNotTellError when the folder, or a file in it, cannot be read
 */
export function readFolder(directory: string): ReadonlyMap<string, Uint8Array> {
  try {
    const names = readdirSync(directory, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !/^(?:\.|readme)/i.test(entry.name))
      .map(({ name }) => name)
      .sort();
    return new Map(names.map((name) => [name.replace(/\.gz$/i, ''), unpacked(join(directory, name))]));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CouldNotTellError(`${directory} cannot be read: ${reason}`, { cause });
  }
}

function unpacked(path: string): Uint8Array {
  const bytes = readFileSync(path);
  return /\.gz$/i.test(path) && bytes.length > 0
    ? gunzipSync(bytes, { maxOutputLength: largestFileBytes })
    : bytes;
}
