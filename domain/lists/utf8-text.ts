import { ListRefusedError } from './list-refused-error.ts';

const lineFeed = 0x0a;

/**
 * The text of a file. Bytes that are no UTF-8 would become letters that stand for nothing, and names with such letters
 * match nobody.
 * @throws ListRefusedError naming the first line that is no UTF-8
 */
export function utf8Text(file: string, bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    const whatToDo =
      'Look at the line: the file may have been saved in another encoding; keep using the last one';
    const fault = { file, row: firstBadLine(bytes), expected: 'UTF-8', found: 'other bytes', whatToDo };
    throw new ListRefusedError(fault, { cause });
  }
}

/** Counted from 1, the header with the rest. A line feed is part of no other letter, so that lines can be read alone. */
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let start = 0;
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(lineFeed, start);
    try {
      decoder.decode(bytes.subarray(start, end === -1 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end === -1) return line;
    start = end + 1;
  }
}
