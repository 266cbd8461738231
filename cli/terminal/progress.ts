import type { WriteStream } from 'node:tty';

/** Says what is going on, on standard error. */
export interface Progress {
  /** Begins a phase; the one before is finished. @param total steps, where they can be counted */
  phase(name: string, total?: number): void;
  /** One more step of the phase is done. */
  step(): void;
  /** A line that stays. */
  note(line: string): void;
  end(): void;
}

type Output = Pick<WriteStream, 'write'> & { readonly isTTY?: boolean };

const barCells = 24;

/** A bar that redraws itself on a terminal; one line per phase when piped. */
export function progressOn(output: Output): Progress {
  return output.isTTY ? new Bar(output) : new Lines(output);
}

class Lines implements Progress {
  readonly #output: Output;

  constructor(output: Output) {
    this.#output = output;
  }

  phase(name: string, total?: number): void {
    this.note(total === undefined ? name : `${name} (${total})`);
  }

  step(): void {
    // A line per step would bury the phases.
  }

  note(line: string): void {
    this.#output.write(`${line}\n`);
  }

  end(): void {
    // Every line is out already.
  }
}

class Bar implements Progress {
  readonly #output: Output;
  #name = '';
  #total = 0;
  #done = 0;

  constructor(output: Output) {
    this.#output = output;
  }

  phase(name: string, total = 0): void {
    [this.#name, this.#total, this.#done] = [name, total, 0];
    this.#draw();
  }

  step(): void {
    this.#done += 1;
    this.#draw();
  }

  note(line: string): void {
    this.#output.write(`\r\u001b[2K${line}\n`);
    this.#draw();
  }

  end(): void {
    this.#output.write('\r\u001b[2K');
    this.#name = '';
  }

  #draw(): void {
    if (this.#name === '') return;
    const share = this.#total === 0 ? 0 : Math.min(1, this.#done / this.#total);
    const full = Math.round(share * barCells);
    const bar = `${'█'.repeat(full)}${'░'.repeat(barCells - full)}`;
    const count = this.#total === 0 ? '' : ` ${this.#done}/${this.#total}`;
    this.#output.write(`\r\u001b[2K${bar} ${this.#name}${count}`);
  }
}
