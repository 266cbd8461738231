import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPriceList } from '../../../local/meter/price-list.ts';

const header = 'service,unit,usd,per,region,notes,asOf,source,confidence';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prices-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function listOf(...rows: string[]): URL {
  const path = join(folder, 'prices.csv');
  writeFileSync(path, [header, ...rows].join('\n'));
  return pathToFileURL(path);
}

test('a price is given for one unit, without rounding', () => {
  const prices = readPriceList(listOf('S,u,0.03,10000,r,,,,memory'));
  expect(prices.usdEach('S', 'u').toFixed()).toBe('0.000003');
});

test('a row that does not fit is named by its line and column', () => {
  const list = listOf('S,u,0.03,10000,r,,,,memory', 'S,v,three,1,r,,,,memory');
  expect(() => readPriceList(list)).toThrow(/row 3: .*decimal number[\s\S]*usd/);
});

test('a row given twice is refused, as one of the two prices would be ignored', () => {
  const row = 'S,u,0.03,10000,r,,,,memory';
  expect(() => readPriceList(listOf(row, row))).toThrow('S "u" is listed twice');
});

test('a price that is not listed is never taken as nothing', () => {
  expect(() => readPriceList(listOf()).usdEach('S', 'u')).toThrow('no price for S "u"');
});
