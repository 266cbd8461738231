import { readPublication, type CurrentList, type ListStore } from '../../adapters/lists/list-store.ts';
import type { ListSummary } from '../../domain/lists/accept-list.ts';
import type { ListEntry } from '../../domain/lists/list-entry.ts';
import { ListRefusedError } from '../../domain/lists/list-refused-error.ts';
import { ofacFileNames, type OfacFileName, type OfacFiles } from '../../domain/lists/ofac-files.ts';
import { readOfacSet } from '../../domain/lists/read-ofac-set.ts';

export interface CurrentEntries {
  readonly entries: readonly ListEntry[];
  readonly summary: ListSummary;
}

/**
 * Reads the list in use from its files.
 *
 * @throws ListRefusedError when they are not what was accepted
 */
export async function readCurrentEntries(
  store: Pick<ListStore, 'read'>,
  current: CurrentList,
): Promise<CurrentEntries> {
  const keys = Object.fromEntries(ofacFileNames.map((name) => [name, current.files[name].key]));
  const files = await readPublication(store, keys as Record<OfacFileName, string>);
  const { entries, summary } = readOfacSet(complete(files, current), {
    publishedOn: current.summary.publishedOn,
    carried: current.carried,
  });
  if (summary.digest !== current.summary.digest) {
    throw refused('(all)', `the list accepted as ${current.summary.digest}`, summary.digest);
  }
  return { entries, summary };
}

function complete(files: Partial<Record<OfacFileName, Uint8Array>>, current: CurrentList): OfacFiles {
  const missing = ofacFileNames.find((name) => files[name] === undefined);
  if (missing) throw refused(missing, `a file at ${current.files[missing].key}`, 'nothing there');
  return files as OfacFiles;
}

function refused(file: string, expected: string, found: string): ListRefusedError {
  return new ListRefusedError({ file, row: null, expected, found, whatToDo: 'Publish the list again' });
}
