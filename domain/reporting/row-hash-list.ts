import { createHash } from 'node:crypto';

const hashBytes = 32;
const firstCapacity = 1024;
/** How many lines go to the hash, or to the caller, in one piece: 64 KiB less a little. */
const linesPerPiece = 1000;

/**
 * The hashes of every row counted. A row is hashed as it passes and only its 32 bytes stay (32 MB for a million
 * rows, twice that while the buffer grows). Sorting them makes the list the same whatever order the rows came in.
 */
export class RowHashList {
  private bytes = Buffer.alloc(firstCapacity * hashBytes);
  private size = 0;

  get count(): number {
    return this.size;
  }

  /** @param row the row's canonical text */
  add(row: string): void {
    if (this.size * hashBytes === this.bytes.length)
      this.bytes = Buffer.concat([this.bytes], this.bytes.length * 2);
    createHash('sha256')
      .update(row, 'utf8')
      .digest()
      .copy(this.bytes, this.size * hashBytes);
    this.size += 1;
  }

  /** The list as a file: each hash in lower-case hex and a line feed, ascending. Comes in pieces of many lines. */
  *pieces(): Generator<string> {
    const order = Uint32Array.from({ length: this.size }, (_, index) => index).sort((a, b) =>
      this.compare(a, b),
    );
    for (let from = 0; from < order.length; from += linesPerPiece) {
      yield Array.from(order.subarray(from, from + linesPerPiece), (index) => `${this.hex(index)}\n`).join(
        '',
      );
    }
  }

  /** SHA-256 of the file above, so that `sha256sum` on a stored copy gives the same value. */
  digest(): string {
    const hash = createHash('sha256');
    for (const piece of this.pieces()) hash.update(piece, 'ascii');
    return hash.digest('hex');
  }

  private compare(a: number, b: number): number {
    return this.bytes.compare(
      this.bytes,
      b * hashBytes,
      (b + 1) * hashBytes,
      a * hashBytes,
      (a + 1) * hashBytes,
    );
  }

  private hex(index: number): string {
    return this.bytes.toString('hex', index * hashBytes, (index + 1) * hashBytes);
  }
}
