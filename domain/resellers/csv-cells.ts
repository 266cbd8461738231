/** One record of a CSV file: the line it begins on, counted from 1, and its cells. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

export type CsvReading =
  | { readonly outcome: 'read'; readonly records: readonly CsvRecord[] }
  | { readonly outcome: 'broken'; readonly line: number; readonly problem: string };

// One cell with what ends it: quoted, where quotes are doubled, or plain. Spreadsheets of many countries write semicolons.
const cellForm = (separator: string) =>
  new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r?\\n)`, 'y');

/** Reads RFC 4180, with commas or, where the first line has none, semicolons. Empty lines are left out. */
export function csvCells(text: string): CsvReading {
  // The last line may lack its end; with one, every cell has something after it.
  const content = `${text.replace(/^\uFEFF/, '')}\n`;
  const [header = ''] = content.split('\n', 1);
  const form = cellForm(header.includes(',') || !header.includes(';') ? ',' : ';');
  const records: CsvRecord[] = [];
  let [line, began, at] = [1, 1, 0];
  let cells: string[] = [];
  while (at < content.length) {
    form.lastIndex = at;
    const found = form.exec(content);
    if (!found)
      return { outcome: 'broken', line, problem: 'must have its quotes in pairs, around whole cells' };
    const [whole, quoted, plain = '', end = ''] = found;
    cells.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    at += whole.length;
    line += whole.split('\n').length - 1;
    if (end.endsWith('\n')) {
      if (cells.some((cell) => cell !== '')) records.push({ line: began, cells });
      [cells, began] = [[], line];
    }
  }
  return { outcome: 'read', records };
}

/** What a spreadsheet would take for a formula. */
const formulaStart = /^[=+\-@\t\r]/;

/** One line of CSV. A cell that a spreadsheet would run is written behind an apostrophe. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(formulaStart.test(cell) ? `'${cell}` : cell)).join(',')}\r\n`;
}

/** What stood in a cell before it was made harmless. */
export function cellText(cell: string): string {
  return cell.startsWith("'") && formulaStart.test(cell.slice(1)) ? cell.slice(1) : cell;
}

function quoted(cell: string): string {
  return /[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
