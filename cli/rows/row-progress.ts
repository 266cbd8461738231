import type { Progress } from '../terminal/progress.ts';
import type { Input } from './open-input.ts';

/** When piped, a line so often. */
const rowsPerNote = 100_000;

/** Shows how far an input has been read: a bar by bytes on a terminal, a line now and then when piped. */
export class RowProgress {
  readonly #progress: Progress;
  readonly #hasBar: boolean;
  #started = performance.now();
  #rows = 0;

  constructor(progress: Progress, { hasBar }: { readonly hasBar: boolean }) {
    this.#progress = progress;
    this.#hasBar = hasBar;
  }

  /** The chunks as they are, each hundredth of them counted. */
  async *watch({ chunks, bytes }: Input, doing: string): AsyncGenerator<Buffer> {
    if (bytes === null || !this.#hasBar) this.#progress.phase(doing);
    else this.#progress.phase(`${doing}, percent`, 100);
    this.#started = performance.now();
    let [read, shown] = [0, 0];
    for await (const chunk of chunks) {
      yield chunk;
      read += chunk.length;
      for (; bytes && this.#hasBar && shown < Math.floor((100 * read) / bytes); shown += 1) {
        this.#progress.step();
      }
    }
  }

  done(rows: number): void {
    const before = this.#rows;
    this.#rows += rows;
    if (Math.floor(this.#rows / rowsPerNote) > Math.floor(before / rowsPerNote)) {
      this.#progress.note(`          ${this.#rows} rows so far`);
    }
  }

  /** Rows, seconds and speed. */
  get summary(): string {
    const seconds = (performance.now() - this.#started) / 1000;
    return `${this.#rows} rows in ${seconds.toFixed(1)} s, ${Math.round(this.#rows / Math.max(seconds, 0.001))} rows/s`;
  }
}
