import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

// Two files of this size per function: enough for a simulated year, and a bound for a demo left running.
const rotateAtBytes = 32 * 1024 * 1024;

/** What each function wrote to standard output and error, one file per function, kept across restarts. */
export class LogFiles {
  readonly #directory: string;
  readonly #sizes = new Map<string, number>();

  constructor(directory: string) {
    mkdirSync(directory, { recursive: true });
    this.#directory = directory;
  }

  append(functionName: string, text: string): void {
    const path = this.#path(functionName);
    const size = this.#sizes.get(path) ?? (existsSync(path) ? statSync(path).size : 0);
    if (size > rotateAtBytes) renameSync(path, `${path}.1`);
    appendFileSync(path, text);
    this.#sizes.set(path, (size > rotateAtBytes ? 0 : size) + Buffer.byteLength(text));
  }

  /** Every line still kept, oldest first. */
  lines(functionName: string): string[] {
    const path = this.#path(functionName);
    return [`${path}.1`, path]
      .filter((file) => existsSync(file))
      .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
      .filter((line) => line !== '');
  }

  #path(functionName: string): string {
    return join(this.#directory, `${functionName}.log`);
  }
}
