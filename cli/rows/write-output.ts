import { createWriteStream, realpathSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CouldNotTellError } from '../outcome-errors.ts';
import { reasonOf } from './open-input.ts';

/**
 * Writes texts to a file, or to standard output where none is named, as fast as that takes them.
 * @throws CouldNotTellError when input or output fails, or when the output is one of the inputs
 */
export async function writeOutput(
  texts: AsyncIterable<string>,
  out: string | undefined,
  inputs: readonly string[],
): Promise<void> {
  for (const input of inputs) {
    if (out !== undefined && isSameFile(out, input)) {
      throw new CouldNotTellError(`--out ${out} is an input: name another file, or it is lost`);
    }
  }
  const output = out === undefined ? process.stdout : createWriteStream(out);
  try {
    await pipeline(Readable.from(texts), output, { end: out !== undefined });
  } catch (cause) {
    if (cause instanceof CouldNotTellError) throw cause;
    const names = inputs.join(' or ');
    throw new CouldNotTellError(`${names} cannot be read, or its answers written: ${reasonOf(cause)}`, {
      cause,
    });
  }
}

function isSameFile(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}
