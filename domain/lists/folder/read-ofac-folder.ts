import { ListRefusedError } from '../list-refused-error.ts';
import { ofacFileNames, ofacSets, type OfacFileName, type OfacListId } from '../ofac-files.ts';
import { readOfacSet, type ReadOfacSet } from '../read-ofac-set.ts';
import type { FolderExpectations, ListFolder } from './folder-reading.ts';

/**
 * Reads one of OFAC's CSV sets from a folder. The main file must be there; the reading names the others that are not.
 * @throws ListRefusedError as `readOfacSet` does, and when the main file is absent
 */
export function readOfacFolder(
  list: OfacListId,
  folder: ListFolder,
  { publishedOn, endMark, carried }: FolderExpectations,
): ReadOfacSet {
  const forms = ofacSets[list];
  const bytes = new Map([...folder].map(([name, content]) => [name.toLowerCase(), content]));
  const found = (name: OfacFileName) => bytes.get(forms[name].file);
  const sdn = found('sdn');
  if (sdn === undefined) throw withoutMainFile(forms.sdn.file);
  const files = {
    sdn,
    alt: found('alt') ?? new Uint8Array(),
    add: found('add') ?? new Uint8Array(),
    sdnComments: found('sdnComments') ?? new Uint8Array(),
  };
  const absent = ofacFileNames.filter((name) => found(name) === undefined);
  return readOfacSet(files, { publishedOn, endMark, absent, carried: carried?.[list] ?? {} }, list);
}

function withoutMainFile(file: string): ListRefusedError {
  const whatToDo = 'Put the main file of the publication beside the others';
  return new ListRefusedError({
    file,
    row: null,
    expected: 'the main file',
    found: 'no such file',
    whatToDo,
  });
}
