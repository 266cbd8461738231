import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CouldNotTellError } from '../outcome-errors.ts';
import { reasonOf } from '../rows/open-input.ts';

/** Only whoever ran the command may read what it wrote: there is personal data in it. */
const [folderMode, fileMode] = [0o700, 0o600];

export type WriteFile = (path: string, content: string | Uint8Array) => Promise<void>;

/**
 * A folder to write into, which must be new or empty: nothing of an earlier proof may stand beside this one.
 * @throws CouldNotTellError when it is neither, or cannot be made
 */
export async function newFolder(directory: string): Promise<WriteFile> {
  try {
    await mkdir(directory, { recursive: true, mode: folderMode });
    if ((await readdir(directory)).length > 0) {
      throw new CouldNotTellError(`--out ${directory} is not empty: name a folder that is new`);
    }
  } catch (cause) {
    if (cause instanceof CouldNotTellError) throw cause;
    throw new CouldNotTellError(`--out ${directory} cannot be made: ${reasonOf(cause)}`, { cause });
  }
  return async (path, content) => {
    const place = join(directory, path);
    await mkdir(dirname(place), { recursive: true, mode: folderMode });
    await writeFile(place, content, { mode: fileMode });
  };
}
