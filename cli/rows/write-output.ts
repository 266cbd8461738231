import { realpathSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CouldNotTellError } from '../outcome-errors.ts';
import { reasonOf } from './open-input.ts';

/**
 * Writes texts to a file, or to standard output where none is named, as fast as that takes them.
 * @throws CouldNotTellError when input or output fails, when the output cannot be opened, or is one of the inputs
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
  const output = out === undefined ? process.stdout : await opened(out);
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

async function opened(out: string): Promise<NodeJS.WritableStream> {
  try {
    return (await open(out, 'w')).createWriteStream();
  } catch (cause) {
    throw new CouldNotTellError(`--out ${out} cannot be written: ${adviceOn(cause, out)}`, { cause });
  }
}

function adviceOn(cause: unknown, out: string): string {
  switch ((cause as NodeJS.ErrnoException).code ?? '') {
    case 'ENOENT':
      return `there is no folder ${dirname(out)}; make it, or name a file in another`;
    case 'ENOTDIR':
      return `${dirname(out)} is no folder; name a file in one`;
    case 'EISDIR':
      return 'it is a folder; name a file in it';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'you may not write there; name another file, or ask whoever owns it';
    default:
      return reasonOf(cause);
  }
}

function isSameFile(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}
