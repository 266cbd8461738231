import type { ListStore } from '../../adapters/lists/list-store.ts';
import type { CurrentList, ListsInUse } from '../../adapters/lists/lists-in-use.ts';
import type { FolderReading } from '../../domain/lists/folder/folder-reading.ts';
import { inspectListFolder } from '../../domain/lists/folder/read-list-folder.ts';
import { ListRefusedError } from '../../domain/lists/list-refused-error.ts';
import { ofacFileNames, ofacSets, type OfacListId } from '../../domain/lists/ofac-files.ts';
import { fileNameOf } from '../runtime/list-files.ts';

export interface PublicationReading {
  readonly reading: FolderReading;
  /** Where each file that was read lies, by its name in lower case. */
  readonly keys: ReadonlyMap<string, string>;
}

/** Reads what lies under a prefix, completed by what OFAC did not publish with it. */
export async function readPublication(
  store: ListStore,
  { prefix, publishedOn }: { readonly prefix: string; readonly publishedOn: string },
  inUse: ListsInUse | null,
): Promise<PublicationReading> {
  const own = await store.files(prefix);
  const names = new Set(own.map((key) => fileNameOf(key).toLowerCase()));
  const carried = carriedFiles(names, inUse?.lists ?? []);
  const refused: { list: string; error: ListRefusedError }[] = [];
  const folder = new Map<string, Uint8Array>();
  for (const key of [...own, ...carried.map((file) => file.key)]) {
    try {
      const bytes = await store.read(key);
      // A carried file that is gone leaves its set incomplete, which the gate refuses.
      if (bytes) folder.set(fileNameOf(key), bytes);
    } catch (error) {
      if (!(error instanceof ListRefusedError)) throw error;
      refused.push({ list: fileNameOf(key), error });
    }
  }
  const present = carried.filter(({ key }) => folder.has(fileNameOf(key)));
  const reading = inspectListFolder(folder, { publishedOn, endMark: 'required', carried: byList(present) });
  return {
    reading: { ...reading, refused: [...refused, ...reading.refused] },
    keys: new Map(
      [...present.map(({ key }) => key), ...own].map((key) => [fileNameOf(key).toLowerCase(), key]),
    ),
  };
}

interface CarriedFile {
  readonly list: OfacListId;
  readonly file: string;
  readonly key: string;
  readonly day: string;
}

/** OFAC has published SDN.CSV alone: the files that were not with it are those of the set in use. */
function carriedFiles(names: ReadonlySet<string>, lists: readonly CurrentList[]): CarriedFile[] {
  const sets = Object.keys(ofacSets) as OfacListId[];
  return sets.flatMap((list) => {
    const current = lists.find(({ summary }) => summary.list === list);
    if (!current || !names.has(ofacSets[list].sdn.file)) return [];
    return ofacFileNames.flatMap((file): CarriedFile[] => {
      const key = current.files[file]?.key;
      // A file that was carried before stems from still longer ago.
      const day = current.carried[file] ?? current.summary.publishedOn;
      const isThere = names.has(ofacSets[list][file].file);
      return isThere || key === undefined || day === null ? [] : [{ list, file, key, day }];
    });
  });
}

function byList(files: readonly CarriedFile[]): Partial<Record<OfacListId, Record<string, string>>> {
  const groups = Map.groupBy(files, ({ list }) => list);
  return Object.fromEntries(
    [...groups].map(([list, own]) => [list, Object.fromEntries(own.map(({ file, day }) => [file, day]))]),
  );
}
