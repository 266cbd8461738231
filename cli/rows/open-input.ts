import { open } from 'node:fs/promises';
import { CouldNotTellError } from '../outcome-errors.ts';

export interface Input {
  /** As it is called in messages. */
  readonly name: string;
  readonly chunks: AsyncIterable<Buffer>;
  /** `null` where it cannot be known, as of standard input. */
  readonly bytes: number | null;
}

/**
 * Opens a file, or standard input for `-`.
 * @throws CouldNotTellError when it cannot be opened
 */
export async function openInput(path: string): Promise<Input> {
  if (path === '-') return { name: 'standard input', chunks: process.stdin, bytes: null };
  try {
    const file = await open(path);
    const { size } = await file.stat();
    return { name: path, chunks: file.createReadStream(), bytes: size };
  } catch (cause) {
    throw new CouldNotTellError(`${path} cannot be read: ${reasonOf(cause)}`, { cause });
  }
}

export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
