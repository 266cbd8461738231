import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { Usd } from './usd.ts';

const decimalText = z.string().regex(/^\d+(\.\d+)?$/, 'must be a decimal number');

const PriceRow = z.strictObject({
  service: z.string().min(1),
  unit: z.string().min(1),
  /** List price of `per` units. */
  usd: decimalText,
  per: decimalText,
  region: z.string(),
  notes: z.string(),
  /** Date of the text the price is from; empty when from memory. */
  asOf: z.string(),
  source: z.string(),
  confidence: z.enum(['verified in a text', 'memory']),
});
export type PriceRow = z.output<typeof PriceRow>;

export interface PriceList {
  /** USD for one unit of a row. @throws RangeError when the list has no such row */
  usdEach(service: string, unit: string): Usd;
}

const shippedPrices = new URL('../../data/aws/prices.csv', import.meta.url);

/** @throws TypeError naming file, line and column of a row that does not fit; RangeError for a row given twice */
export function readPriceList(file: URL = shippedPrices): PriceList {
  const lines: unknown[] = parse(readFileSync(file), { columns: true });
  const path = fileURLToPath(file);
  const rows = new Map<string, PriceRow>();
  for (const [index, line] of lines.entries()) {
    const row = parseRow(line, `${path} row ${index + 2}`);
    if (rows.has(keyOf(row.service, row.unit))) {
      throw new RangeError(`${path} row ${index + 2}: ${row.service} "${row.unit}" is listed twice`);
    }
    rows.set(keyOf(row.service, row.unit), row);
  }
  return {
    usdEach: (service, unit) => {
      const row = rows.get(keyOf(service, unit));
      if (row) return new Usd(row.usd).div(row.per);
      throw new RangeError(`${path} has no price for ${service} "${unit}"`);
    },
  };
}

function parseRow(line: unknown, place: string): PriceRow {
  const parsed = PriceRow.safeParse(line);
  if (parsed.success) return parsed.data;
  throw new TypeError(`${place}: ${z.prettifyError(parsed.error)}`);
}

function keyOf(service: string, unit: string): string {
  return `${service}\n${unit}`;
}
