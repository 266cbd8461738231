import { CsvError, parse } from 'csv-parse/sync';
import { ListRefusedError } from './list-refused-error.ts';
import { utf8Text } from './utf8-text.ts';

export interface DelimitedForm {
  /** The file as its publisher names it. */
  readonly file: string;
  readonly delimiter: ',' | '\t';
  /** Columns that must be in the header; further ones are ignored. */
  readonly columns: readonly string[];
}

export interface DelimitedRow {
  /** Counted from 1; the header is none. */
  readonly row: number;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Rows of a file with a header. Fields are trimmed.
 * @throws ListRefusedError when the file is empty, no UTF-8, a web page, lacks or repeats a column, or has a broken row
 */
export function readDelimitedRows(
  { file, delimiter, columns }: DelimitedForm,
  bytes: Uint8Array,
): DelimitedRow[] {
  const text = utf8Text(file, bytes);
  refuseWhatIsNoTable(file, text);
  const [header = [], ...rows] = parsed(file, text, delimiter);
  const missing = columns.find((column) => !header.includes(column));
  if (missing !== undefined) {
    throw refused(file, null, `a column ${missing}`, `the columns ${header.join(', ').slice(0, 200)}`);
  }
  // Of two columns of one name one would be read and the other silently left.
  const repeated = header.find((column, place) => header.indexOf(column) !== place);
  if (repeated !== undefined)
    throw refused(file, null, 'each column once', `a second column ${repeated.slice(0, 60)}`);
  if (rows.length === 0) throw refused(file, null, 'rows', 'a header alone');
  return rows.map((values, index) => ({
    row: index + 1,
    fields: Object.fromEntries(header.map((column, place) => [column, values[place]?.trim() ?? ''])),
  }));
}

/** @throws ListRefusedError for an empty file and a web page, which a publisher's site may answer with */
export function refuseWhatIsNoTable(file: string, text: string): void {
  const start = text.slice(0, 200).trimStart();
  if (start === '') throw refused(file, null, 'rows', text === '' ? 'an empty file' : 'blanks alone');
  if (start.startsWith('<')) throw refused(file, null, 'a table', 'a web page or XML');
}

function parsed(file: string, text: string, delimiter: string): string[][] {
  try {
    return parse(text, { delimiter, bom: true, skip_empty_lines: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error.records === 'number' ? error.records : null;
    throw refused(file, row, 'whole rows of one width', error.message.slice(0, 200), error);
  }
}

function refused(
  file: string,
  row: number | null,
  expected: string,
  found: string,
  cause?: unknown,
): ListRefusedError {
  const whatToDo = 'Download the file again and compare it with the last one; keep using the last one';
  return new ListRefusedError({ file, row, expected, found, whatToDo }, { cause });
}
