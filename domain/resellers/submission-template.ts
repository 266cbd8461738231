import { faultsOf } from '../validation/faults.ts';
import { cellText, csvCells, csvLine, type CsvRecord } from './csv-cells.ts';
import { SubmittedRecord } from './reseller-submission.ts';

/** The columns of the template, in order, with what belongs into each. A cell that is left empty is unknown. */
export const templateColumns = {
  account: 'your own id of the account; the same in every submission; no name and no address',
  party: 'your own id of the person or company',
  role: 'customer, or owner',
  kind: 'individual, or entity',
  name: 'full legal name, or business name',
  addressLine: 'street and number',
  city: 'city',
  region: 'state or province',
  postalCode: 'postal code',
  country: 'ISO 3166-1, two letters, such as DE',
  email: 'email address',
  phone: 'telephone with country code, such as +49 30 1234567',
  paymentMeans: 'card, bankTransfer, wallet, invoice or other',
  paymentSource: "token of your payment processor or last four digits; never a card's full number",
  identity: 'verified, failed or notPerformed',
  verifiedOn: 'day, YYYY-MM-DD; empty unless verified or failed',
} as const satisfies Record<keyof SubmittedRecord, string>;

export type TemplateColumn = keyof typeof templateColumns;
const columns = Object.keys(templateColumns) as TemplateColumn[];

/** A fault with its place. `column` is null where the whole line is meant. */
export interface TemplateFault {
  readonly line: number;
  readonly column: string | null;
  readonly problem: string;
}

export type TemplateReading =
  | { readonly outcome: 'read'; readonly records: readonly SubmittedRecord[] }
  | { readonly outcome: 'refused'; readonly faults: readonly TemplateFault[] };

/** As many faults as somebody can repair at one go. */
const mostFaults = 100;
/** What has more is no table of ours, and comparing each name with each would take for ever. */
const mostColumns = 100;

/** The filled-in template, or every place that has to be repaired. Nothing of it is taken when one line is wrong. */
export function readTemplate(text: string): TemplateReading {
  const read = csvCells(text);
  if (read.outcome === 'broken') return refused([{ line: read.line, column: null, problem: read.problem }]);
  const [header, ...records] = read.records;
  if (!header)
    return refused([{ line: 1, column: null, problem: `must have the columns ${columns.join(', ')}` }]);
  if (header.cells.length > mostColumns) {
    const problem = `must have at most ${mostColumns} columns, and has ${header.cells.length}`;
    return refused([{ line: header.line, column: null, problem }]);
  }
  const missing = headerFaults(header);
  if (missing.length > 0) return refused(missing);
  if (records.length === 0)
    return refused([{ line: 2, column: null, problem: 'must have at least one line' }]);
  const rows = records.map((record) => readRecord(record, header.cells));
  const faults = [...rows.flatMap((row) => row.faults), ...doubles(rows)];
  return faults.length > 0
    ? refused(faults)
    : { outcome: 'read', records: rows.flatMap(({ record }) => record ?? []) };
}

/** The template to hand out: its header, and the records that are known already. */
export function writeTemplate(records: readonly SubmittedRecord[] = []): string {
  const lines = records.map((record) => csvLine(columns.map((column) => record[column] ?? '')));
  return csvLine(columns) + lines.join('');
}

function refused(faults: readonly TemplateFault[]): TemplateReading {
  return { outcome: 'refused', faults: faults.slice(0, mostFaults) };
}

function headerFaults({ line, cells }: CsvRecord): TemplateFault[] {
  const fault = (column: string, problem: string) => ({ line, column, problem });
  return [
    ...columns.filter((column) => !cells.includes(column)).map((column) => fault(column, 'must be a column')),
    ...cells
      .filter((cell, place) => cells.indexOf(cell) !== place)
      .map((cell) => fault(cell.slice(0, 60), 'must be a column only once')),
    ...cells
      .filter((cell) => !Object.hasOwn(templateColumns, cell))
      .map((cell) => fault(cell.slice(0, 60), 'is no column of the template; remove it')),
  ];
}

interface ReadRecord {
  readonly line: number;
  readonly record: SubmittedRecord | null;
  readonly faults: readonly TemplateFault[];
}

function readRecord({ line, cells }: CsvRecord, header: readonly string[]): ReadRecord {
  if (cells.length !== header.length) {
    const problem = `must have ${header.length} cells, and has ${cells.length}`;
    return { line, record: null, faults: [{ line, column: null, problem }] };
  }
  const given = cells.flatMap((cell, place) =>
    cell === '' ? [] : [[header[place] ?? '', cellText(cell)] as const],
  );
  const parsed = SubmittedRecord.safeParse(Object.fromEntries(given));
  if (parsed.success) return { line, record: parsed.data, faults: [] };
  const faults = faultsOf(parsed.error).map(({ pointer, problem }) => ({
    line,
    column: pointer.slice(1) || null,
    problem,
  }));
  return { line, record: null, faults };
}

/** One line for one role of one party of one account: of two, nobody knows which is meant. */
function doubles(rows: readonly ReadRecord[]): TemplateFault[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ line, record }) => {
    if (!record) return [];
    const key = [record.account, record.party, record.role].join('\n');
    const first = seen.get(key);
    if (first === undefined) seen.set(key, line);
    return first === undefined ? [] : [{ line, column: 'party', problem: `stands on line ${first} already` }];
  });
}
