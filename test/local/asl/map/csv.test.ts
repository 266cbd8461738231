import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv } from '../../../../local/asl/map/csv.ts';

const seed = 20_261_123;

test(`what was quoted comes back as it was, whatever it holds (seed ${seed})`, () => {
  const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é') });
  const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1 });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(rows, fc.constantFrom('\n', '\r\n'), (table, lineEnd) => {
      const text = table.map((row) => row.map((cell) => quoted(cell)).join(',')).join(lineEnd);
      expect(parseCsv(text, ',')).toEqual(table);
    }),
    { seed },
  );
});

test('skips empty lines and keeps empty fields', () => {
  expect(parseCsv('a;;b\n\n;\n', ';')).toEqual([
    ['a', '', 'b'],
    ['', ''],
  ]);
});
