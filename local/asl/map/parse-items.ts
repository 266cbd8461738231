import type { Json, JsonMap } from '../json.ts';
import { isJsonMap } from '../json.ts';
import { parseCsv } from './csv.ts';

/** Turns the body of an object into items, as a ReaderConfig says. Throws an Error naming what does not fit. */
export function parseItems(body: string, config: JsonMap): readonly Json[] {
  const type = typeof config.InputType === 'string' ? config.InputType : '(none)';
  switch (type) {
    case 'JSONL':
      return body
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line) as Json);
    case 'JSON':
      return fromJson(JSON.parse(body) as Json, config.ItemsPointer);
    case 'CSV':
      return fromCsv(body, config);
    default:
      throw new Error(`InputType ${type} is not read; expected CSV, JSON or JSONL`);
  }
}

function fromJson(document: Json, pointer: Json | undefined): readonly Json[] {
  let found: Json | undefined = document;
  for (const step of typeof pointer === 'string' ? pointer.split('/').slice(1) : []) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    found = isJsonMap(found) ? found[key] : undefined;
  }
  if (Array.isArray(found)) return found as readonly Json[];
  throw new Error(
    `expected an array at ${typeof pointer === 'string' ? pointer : 'the top of the document'}`,
  );
}

const delimiters: Readonly<Record<string, string>> = {
  COMMA: ',',
  PIPE: '|',
  SEMICOLON: ';',
  SPACE: ' ',
  TAB: '\t',
};

function fromCsv(body: string, config: JsonMap): readonly Json[] {
  const name = typeof config.CSVDelimiter === 'string' ? config.CSVDelimiter : 'COMMA';
  const delimiter = delimiters[name];
  if (delimiter === undefined) {
    throw new Error(`CSVDelimiter '${name}' is not one of ${Object.keys(delimiters).join(', ')}`);
  }
  const rows = parseCsv(body, delimiter);
  const given = config.CSVHeaderLocation === 'GIVEN' ? config.CSVHeaders : undefined;
  const [header, records] = Array.isArray(given)
    ? [given as readonly string[], rows]
    : [rows[0] ?? [], rows.slice(1)];
  return records.map((row) => Object.fromEntries(header.map((column, index) => [column, row[index] ?? ''])));
}
