import type { ListStore } from '../../adapters/lists/list-store.ts';
import type { CurrentList } from '../../adapters/lists/lists-in-use.ts';
import type { ListFolder } from '../../domain/lists/folder/folder-reading.ts';
import { inspectListFolder } from '../../domain/lists/folder/read-list-folder.ts';
import type { ListEntry } from '../../domain/lists/list-entry.ts';
import { ListRefusedError } from '../../domain/lists/list-refused-error.ts';
import type { OfacListId } from '../../domain/lists/ofac-files.ts';

/** The entries of an accepted list, or why they cannot be had from its files any more. */
export type ReadEntries = readonly ListEntry[] | ListRefusedError;

/** Reads accepted lists from their files, by list id. A file that holds several of them is read once. */
export async function readAccepted(
  store: Pick<ListStore, 'read'>,
  lists: readonly CurrentList[],
): Promise<ReadonlyMap<string, ReadEntries>> {
  const read = new Map<string, ReadEntries>();
  for (const together of Map.groupBy(lists, keysOf).values()) {
    for (const [list, entries] of await readTogether(store, together)) read.set(list, entries);
  }
  return read;
}

/**
 * The entries of all lists in use, in the order in which they are compiled.
 * @throws ListRefusedError when the files of one are not what was accepted
 */
export async function entriesInUse(
  store: Pick<ListStore, 'read'>,
  lists: readonly CurrentList[],
): Promise<readonly ListEntry[]> {
  const read = await readAccepted(store, lists);
  return lists.flatMap(({ summary }) => {
    const entries = read.get(summary.list) ?? [];
    if (entries instanceof ListRefusedError) throw entries;
    return entries;
  });
}

/** Name of a file as its publisher gives it, by the key it was stored under. */
export function fileNameOf(key: string): string {
  return (key.split('/').at(-1) ?? key).replace(/\.gz$/, '');
}

const keysOf = ({ files, summary }: CurrentList): string =>
  [...Object.values(files).map(({ key }) => key), summary.publishedOn].join('\n');

async function readTogether(
  store: Pick<ListStore, 'read'>,
  lists: readonly CurrentList[],
): Promise<readonly (readonly [list: string, entries: ReadEntries])[]> {
  const [first] = lists;
  if (!first) return [];
  const { files, carried, summary } = first;
  const refuse = (error: ListRefusedError) => lists.map((list) => [list.summary.list, error] as const);
  try {
    const folder = await folderOf(store, Object.values(files));
    const { publishedOn } = summary;
    const carriedOf = { [summary.list as OfacListId]: carried };
    const reading = inspectListFolder(folder, { publishedOn, endMark: 'required', carried: carriedOf });
    return lists.map(({ summary: { list, digest } }) => {
      const found = reading.lists.find((read) => read.summary.list === list);
      const refused = reading.refused.find((each) => each.list === list) ?? reading.refused[0];
      if (found?.summary.digest === digest) return [list, found.entries];
      const other = damaged(
        '(all)',
        `the list accepted as ${digest}`,
        found?.summary.digest ?? 'no such list',
      );
      return [list, refused?.error ?? other];
    });
  } catch (error) {
    if (error instanceof ListRefusedError) return refuse(error);
    throw error;
  }
}

async function folderOf(
  store: Pick<ListStore, 'read'>,
  files: readonly { readonly key: string }[],
): Promise<ListFolder> {
  const read = files.map(async ({ key }) => {
    const bytes = await store.read(key);
    if (!bytes) throw damaged(fileNameOf(key), `a file at ${key}`, 'nothing there');
    return [fileNameOf(key), bytes] as const;
  });
  return new Map(await Promise.all(read));
}

function damaged(file: string, expected: string, found: string): ListRefusedError {
  return new ListRefusedError({ file, row: null, expected, found, whatToDo: 'Publish the list again' });
}
