import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotTell, LogFault, type Place } from './verification.ts';
import { firstEntry, hashLength, pathOf, tileWidth, type TilePosition } from './tile-geometry.ts';

// 256 entries of 65,535 bytes, each behind two bytes of length: nothing in a log is larger.
const largestFile = tileWidth * (65_535 + 2);

/** An exported log on disk. A file that must be there and is not is a fault; one that cannot be read is no verdict. */
export class LogDirectory {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  static async open(root: string): Promise<LogDirectory> {
    const found = await stat(root).catch((error: unknown) => {
      throw new CannotTell(`${root} cannot be read (${codeOf(error)}); give the folder of an exported log`);
    });
    if (found.isDirectory()) return new LogDirectory(root);
    throw new CannotTell(`${root} is not a folder; give the folder of an exported log`);
  }

  /** Null when there is no such file. */
  async readIfPresent(path: string): Promise<Buffer | null> {
    const place = join(this.#root, path);
    try {
      const found = await stat(place);
      if (!found.isFile()) throw new LogFault({ path }, 'this is not a file', 'a file', 'something else');
      if (found.size > largestFile) {
        throw new LogFault(
          { path },
          'no file of a log is this large',
          `at most ${largestFile} bytes`,
          `${found.size} bytes`,
        );
      }
      return await readFile(place);
    } catch (error) {
      if (error instanceof LogFault) throw error;
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
      throw new CannotTell(`${place} cannot be read (${codeOf(error)})`);
    }
  }

  async read(path: string, place: Place = { path }): Promise<Buffer> {
    const bytes = await this.readIfPresent(path);
    if (bytes) return bytes;
    throw new LogFault(
      place,
      'a file that belongs to the log is missing',
      `the file ${path}`,
      'no such file',
    );
  }

  async readBundle(position: TilePosition): Promise<Buffer> {
    const path = pathOf(position);
    return this.read(path, { path, entry: position.index * tileWidth });
  }

  /** The hashes of a tile, one behind the other. */
  async readTile(position: TilePosition): Promise<Buffer> {
    if (position.width === 0) return Buffer.alloc(0);
    const path = pathOf(position);
    const tile = await this.read(path);
    const length = position.width * hashLength;
    if (tile.length === length) return tile;
    throw new LogFault(
      { path },
      `a tile does not hold ${position.width} hashes; it vouches for the entries from ${firstEntry(position)} on`,
      `${length} bytes`,
      `${tile.length} bytes`,
    );
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
