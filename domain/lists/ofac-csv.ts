import { ListRefusedError } from './list-refused-error.ts';
import type { OfacFileForm } from './ofac-files.ts';
import { utf8Text } from './utf8-text.ts';

/** Ctrl-Z, the end-of-file mark of CP/M, which OFAC still writes after the last row. */
const endMark = '\u001a';
const field = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n][^,\r\n]*|))(,|\r?\n|$)/y;

export interface OfacTable {
  /** `null` where the file writes `-0-`. What stands in quotes keeps its blanks: remarks are cut at any character. */
  readonly rows: readonly (readonly (string | null)[])[];
  readonly hasEndMark: boolean;
}

/**
 * @throws ListRefusedError when the file is empty, no UTF-8, a web page, cut short, or has a row of another width
 */
export function readOfacTable(
  { file, columns, endMark: writesEndMark }: OfacFileForm,
  bytes: Uint8Array,
  endMarkRule: 'required' | 'optional',
): OfacTable {
  const text = utf8Text(file, bytes);
  refuseWhatIsNoTable(file, text);
  const hasEndMark = text.trimEnd().endsWith(endMark);
  if (!hasEndMark && writesEndMark && endMarkRule === 'required') {
    throw cutShort(file, null, 'the end-of-file mark 0x1A after the last row', 'no mark');
  }
  return {
    rows: rowsOf(file, hasEndMark ? text.slice(0, text.lastIndexOf(endMark)) : text, columns),
    hasEndMark,
  };
}

function refuseWhatIsNoTable(file: string, text: string): void {
  const start = text.slice(0, 200).trimStart();
  if (start === '' || start.startsWith(endMark)) {
    throw cutShort(file, null, 'rows', text.length === 0 ? 'an empty file' : 'no rows');
  }
  if (start.startsWith('<')) {
    throw new ListRefusedError({
      file,
      row: null,
      expected: 'comma-separated rows',
      found: 'a web page or XML',
      whatToDo: 'Look at what the publisher answered; it may have moved the file or refused the request',
    });
  }
}

function rowsOf(file: string, text: string, columns: number): (string | null)[][] {
  const rows: (string | null)[][] = [];
  let row: (string | null)[] = [];
  field.lastIndex = 0;
  while (field.lastIndex < text.length || row.length > 0) {
    const match = field.exec(text);
    if (match === null) throw cutShort(file, rows.length + 1, 'a closed quotation', 'an open or stray one');
    const [, quoted, bare, end] = match;
    row.push(valueOf(quoted?.replaceAll('""', '"') ?? (bare ?? '').trim()));
    if (end === ',') continue;
    refuseOtherWidth(file, rows.length + 1, columns, row.length);
    if (end === '') refuseOpenEnd(file, rows.length + 1, quoted, bare);
    rows.push(row);
    row = [];
  }
  return rows;
}

function valueOf(text: string): string | null {
  return text.trim() === '-0-' ? null : text;
}

function refuseOtherWidth(file: string, row: number, columns: number, found: number): void {
  if (found !== columns) throw cutShort(file, row, `${columns} fields`, `${found}`);
}

/** Without a line end, only a closed quotation or a whole `-0-` shows that the last field was not cut. */
function refuseOpenEnd(file: string, row: number, quoted: string | undefined, bare = ''): void {
  if (quoted === undefined && bare.trim() !== '-0-') {
    throw cutShort(file, row, 'a line end after the last row', 'none');
  }
}

function cutShort(file: string, row: number | null, expected: string, found: string): ListRefusedError {
  return new ListRefusedError({
    file,
    row,
    expected,
    found,
    whatToDo:
      'Download the file again and compare its size with the last publication; keep using the last one',
  });
}
