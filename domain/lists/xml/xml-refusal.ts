import { ListRefusedError } from '../list-refused-error.ts';

const downloadAgain =
  'Download the file again and compare its size with the last publication; keep using the last one';
const lookAtRecord =
  'Look at this place in the file: the format may have changed; keep using the last publication';
export const lookAtFormat =
  'Look at the elements of the file: the format may have changed; keep using the last publication';

/** The file as a whole is not the list, or not all of it. */
export function fileRefused(
  file: string,
  expected: string,
  found: string,
  whatToDo: string = downloadAgain,
): ListRefusedError {
  return new ListRefusedError({ file, row: null, expected, found, whatToDo });
}

/** One record cannot be used. `row` is its place among its kind, counted from 1. */
export function recordRefused(file: string, row: number, expected: string, found: string): ListRefusedError {
  return new ListRefusedError({ file, row, expected, found, whatToDo: lookAtRecord });
}

/** What a message may repeat of a text that someone else wrote. */
export function quoted(text: string): string {
  return `"${text.slice(0, 60)}"`;
}
