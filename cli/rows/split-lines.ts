import { isUtf8 } from 'node:buffer';

/** A party of a hundred names takes a hundredth of it. What is longer is no row, and is not held in memory. */
const longestLineBytes = 1024 * 1024;

const newline = 10;

/** One line that is not empty, without its end; or what is wrong with it. */
export type Line =
  { readonly number: number; readonly text: string } | { readonly number: number; readonly fault: string };

/** Lines as they arrive, some at a time: a wait per line would cost as much as screening it. */
export async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly Line[]> {
  const splitter = new LineSplitter();
  for await (const chunk of chunks) yield splitter.push(chunk);
  yield splitter.end();
}

class LineSplitter {
  #pending: Buffer[] = [];
  #pendingBytes = 0;
  #number = 0;

  push(chunk: Buffer): readonly Line[] {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      lines.push(...this.#complete(chunk.subarray(start, end)));
      start = end + 1;
    }
    this.#keep(chunk.subarray(start));
    return lines;
  }

  end(): readonly Line[] {
    return this.#complete(Buffer.alloc(0));
  }

  #keep(part: Buffer): void {
    this.#pendingBytes += part.length;
    if (this.#pendingBytes <= longestLineBytes) this.#pending.push(part);
    else this.#pending = [];
  }

  #complete(last: Buffer): readonly Line[] {
    this.#number += 1;
    this.#keep(last);
    const [bytes, length] = [Buffer.concat(this.#pending), this.#pendingBytes];
    [this.#pending, this.#pendingBytes] = [[], 0];
    const number = this.#number;
    if (length > longestLineBytes) {
      return [{ number, fault: `must have at most ${longestLineBytes} bytes, and has ${length}` }];
    }
    if (!isUtf8(bytes)) return [{ number, fault: 'must be UTF-8' }];
    const text = bytes.toString('utf8').trim();
    return text === '' ? [] : [{ number, text }];
  }
}
