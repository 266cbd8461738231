import { createHash } from 'node:crypto';
import { ofacFiles, type OfacFileName, type OfacFiles } from './ofac-files.ts';

/** SHA-256, in hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * Names the list a decision was made under: SHA-256 (hex) over one line per file, `name NUL sha256 LF`, in order of
 * name. It depends on the files' contents alone, not on how they were compressed or when they were fetched.
 */
export function listDigest(files: OfacFiles): string {
  const lines = (Object.keys(ofacFiles) as OfacFileName[])
    .map((name) => `${ofacFiles[name].file}\0${sha256(files[name])}\n`)
    .sort();
  return sha256(lines.join(''));
}
