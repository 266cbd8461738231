import { createHash } from 'node:crypto';
import { ofacFileNames, ofacSets, type OfacFiles, type OfacListId } from './ofac-files.ts';

/** SHA-256, in hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * Names the list a decision was made under: SHA-256 (hex) over one line per file, `name NUL sha256 LF`, in order of
 * name. It depends on the files' contents alone, not on how they were compressed or when they were fetched.
 */
export function digestOfFiles(files: Readonly<Record<string, Uint8Array>>): string {
  return digestOfLines(Object.entries(files).map(([name, bytes]) => [name, sha256(bytes)]));
}

/** `digestOfFiles` of one of OFAC's CSV sets, under the official names. */
export function listDigest(files: OfacFiles, list: OfacListId = 'ofac-sdn'): string {
  return digestOfFiles(
    Object.fromEntries(ofacFileNames.map((name) => [ofacSets[list][name].file, files[name]])),
  );
}

/** Names all lists that were searched: SHA-256 (hex) over one line per list, `list NUL digest LF`, in order of list. */
export function setDigest(lists: readonly { readonly list: string; readonly digest: string }[]): string {
  return digestOfLines(lists.map(({ list, digest }) => [list, digest]));
}

function digestOfLines(named: readonly (readonly [name: string, digest: string])[]): string {
  const lines = named.map(([name, digest]) => `${name}\0${digest}\n`).sort();
  return sha256(lines.join(''));
}
